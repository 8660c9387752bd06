//! Chinese, in simplified characters and with full-width punctuation.

use briefing_model::{
    Currency, ItemDetail, Language, Month, MovementKind, MovementSum, MultiYear, PartialDate, Pillar, SectionKind,
};
use icu_locale_core::{Locale, locale};

use super::{Calendar, Phrases, SinceThen, StatedDay, Unvalued, Usage, WrittenFigures, part};
use crate::dates::{self, DateStyle};
use crate::inline::{line, plain, strong};
use crate::numbers::{self, CountedNoun, NO_BREAK, Numeral};
use crate::{Inline, Inlines, PeriodPart, StampLine};

pub(super) struct Chinese;

const ZH: Language = Language::Zh;

const PHRASES: Phrases = Phrases {
    monthly_briefing: "每月简报",
    draft: "草案",
    approvals: "审批",
    not_approved: "未批准",
    correction: "更正",
    page_of: "第{page}页，共{pages}页",
    online: "线上",
    in_person: "线下",
    in_person_and_online: "线下与线上",
    contributor: "捐助方",
    purpose: "用途",
    amount: "金额",
    not_earmarked: "未指定用途",
    purpose_not_stated: "未说明",
    nothing_since: "此后没有其他有据可查的认捐。",
    whole_since: "多年期认捐按全额列出。",
    due_since: "此后到期的原有认捐分期款项（如有）未列出。",
    pledged_documented_label: "有据可查的认捐",
    received_documented_label: "有据可查的已收款",
    documented_by_contributor: "各捐助方有据可查的认捐额和已收款额",
    documented_only: "图中仅列有据可查的款项，可能少于全部款项。",
    by_contributor: "各捐助方的认捐额和已收款额",
    history: "累计认捐额",
    history_summary: "截至所列各日的累计认捐额条形图，按时间先后排列",
    date: "日期",
    about_figures: "关于数字：",
    unpledged: "未经认捐的捐款",
    counts_no_more: "不再计入",
    on_another_pledge: "改计入另一认捐",
    opening_balance: "期初余额",
    gift_in_kind: "实物捐助",
    other_contributors: "其他捐助方",
    stated_total: "所报总额",
    no_payment: "短横表示没有分列的付款。",
    no_pledge_itemized: "没有分列的认捐",
    no_payment_itemized: "没有分列的付款",
    unknown_amount: "金额不详",
    converted: "其他货币的金额按认捐时的价值计入，付款按付款时的价值计入，付款时价值不详的，按认捐时的价值计入。",
    counts_unpledged: "未经认捐的捐款也计入认捐额。",
    share_settled: "收款比例是款项所结清的部分占认捐额的比例，不含超出认捐的款项和汇兑差额。",
    rounding: "由于四舍五入，各项数字之和可能与总额不符。",
    untranslated: "尚未翻译的文本以原文刊出。",
    shared_programmes: "全办公室方案",
    programme_offices: "方案办公室",
    pillar: "支柱",
    about_briefing: "关于本简报",
    contact: "联系方式",
    email: "电子邮件",
    on_the_web: "网址",
    next_issue: "下期发布日期",
    semicolon: "；",
    comma: "、",
    stamp_within: "其中一天",
    continued: ("", "（续）"),
};

impl Usage for Chinese {
    fn phrases(&self) -> &'static Phrases {
        &PHRASES
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        // One part, because there is no space between year and month.
        vec![part(dates::month(month, ZH), true)]
    }

    fn issue(&self, title: &str, month: Month) -> String {
        format!("{title}，{}", dates::month(month, ZH))
    }

    fn running_head(&self, title: &str, month: Month) -> String {
        format!("{title} · {}", dates::month(month, ZH))
    }

    fn file_title(&self, title: &str, month: Month, office: &str) -> String {
        format!("{title}，{}——{office}", dates::month(month, ZH))
    }

    fn subject(&self, month: Month) -> String {
        format!("{}的活动、认捐和捐款", dates::month(month, ZH))
    }

    fn approved(&self, by: &str, day: &str) -> String {
        format!("已批准：{by}，{day}")
    }

    fn corrected_on(&self, day: &str) -> String {
        format!("{day}更正：")
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
            (SectionKind::Glance, _) => "本月概览".to_owned(),
            (SectionKind::About, Some(office)) => format!("关于{office}"),
            (SectionKind::About, None) => "关于本办公室".to_owned(),
            (SectionKind::Mandate, Some(office)) => format!("{office}的任务"),
            (SectionKind::Mandate, None) => "任务".to_owned(),
            (SectionKind::Leadership, _) => "领导作用".to_owned(),
            (SectionKind::Highlights, _) => "要闻".to_owned(),
            (SectionKind::CapacityBuilding, _) => "能力建设".to_owned(),
            (SectionKind::Structure, Some(office)) => format!("{office}的组织结构"),
            (SectionKind::Structure, None) => "组织结构".to_owned(),
            (SectionKind::RecentPledges, _) => "最新认捐".to_owned(),
            (SectionKind::Contributors, _) => "主要捐助方".to_owned(),
            (SectionKind::Strategy, _) => "战略".to_owned(),
        }
    }

    fn contributions(&self, _office: Option<&str>) -> String {
        "捐款".to_owned()
    }

    fn with_acronym(&self, name: Inlines, acronym: Inline) -> Inlines {
        line![name, "（", acronym, "）"]
    }

    fn aside(&self, words: &str) -> String {
        format!("（{words}）")
    }

    fn city(&self, city: Inlines, state: Inlines) -> Inlines {
        // The name of a city that is not known in Chinese must not run on from that of its State.
        let is_chinese = plain(&city).starts_with(|c| c >= '\u{2e80}');
        line![state, if is_chinese { "" } else { "，" }, city]
    }

    fn and_online(&self, place: Inlines) -> Inlines {
        line![place, "及线上"]
    }

    fn item_detail(&self, detail: ItemDetail, _: u64) -> &'static str {
        match detail {
            // A place needs no label.
            ItemDetail::Place => "",
            ItemDetail::PartOf => "所属活动：",
            ItemDetail::Organizers => "主办方：",
            ItemDetail::Partners => "合作伙伴：",
            ItemDetail::Units => "单位：",
            ItemDetail::Programmes => "方案：",
            ItemDetail::Pillars => "支柱",
        }
    }

    fn new_pledges(&self, _count: u64, month: Month, _office: Option<Inlines>) -> Inlines {
        line![format!("{}记录的新捐款如下：", dates::month(month, ZH))]
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        format!("{}的新捐款，按捐助方列出用途、金额和合计", dates::month(month, ZH))
    }

    fn movements(&self, _count: u64, month: Month) -> Inlines {
        line![format!("{}记录如下：", dates::month(month, ZH))]
    }

    fn movements_summary(&self, month: Month) -> String {
        format!("{}的记录，按捐助方列出用途和金额", dates::month(month, ZH))
    }

    fn movement(&self, kind: MovementKind) -> Option<&'static str> {
        match kind {
            MovementKind::Pledge | MovementKind::Gift => None,
            MovementKind::Allocation => Some("拨款"),
            MovementKind::Increase => Some("增加"),
            MovementKind::Reduction => Some("减少"),
            MovementKind::NewTerms => Some("条件变更"),
            MovementKind::Withdrawal => Some("撤回认捐"),
            MovementKind::Payment => Some("付款"),
            MovementKind::CountedAsPaid => Some("按付款额计入的认捐"),
            MovementKind::Refund | MovementKind::PaidBack => Some("退款"),
            MovementKind::SurplusRefund => Some("退还超出认捐的款项"),
        }
    }

    fn yearly_until(&self, amount: &str, from: i32, until: i32, whole: &str) -> String {
        format!("{from}年至{until}年每年{amount}，共计{whole}")
    }

    fn yearly_from(&self, amount: &str, from: i32) -> String {
        format!("{from}年起每年{amount}，未定期限")
    }

    fn spread_over(&self, from: &str, until: &str) -> String {
        format!("{from}至{until}")
    }

    fn instalments(&self, count: u64, from: &str, until: &str) -> String {
        match count {
            1 => format!("一期，{from}"),
            _ => format!("分{}期，{from}至{until}", numbers::integer(count.into(), ZH)),
        }
    }

    fn movement_total(&self, sum: MovementSum, net: bool) -> &'static str {
        match sum {
            MovementSum::Pledged if net => "认捐净变动",
            MovementSum::Pledged => "认捐合计",
            MovementSum::PledgedYearly if net => "无期限认捐每年净变动",
            MovementSum::PledgedYearly => "无期限认捐每年合计",
            MovementSum::Allocated => "拨款合计",
            MovementSum::AllocatedYearly => "无期限拨款每年合计",
            MovementSum::Received if net => "付款净变动",
            MovementSum::Received => "认捐付款合计",
        }
    }

    fn movement_amount(&self, sum: MovementSum, net: bool, amount: &str) -> String {
        match sum {
            MovementSum::Pledged | MovementSum::Allocated if net => format!("认捐净变动{amount}"),
            MovementSum::PledgedYearly | MovementSum::AllocatedYearly if net => format!("无期限认捐净变动每年{amount}"),
            MovementSum::Received if net => format!("付款净变动{amount}"),
            MovementSum::Pledged => format!("认捐{amount}"),
            MovementSum::PledgedYearly => format!("每年认捐{amount}"),
            MovementSum::Allocated => format!("拨款{amount}"),
            MovementSum::AllocatedYearly => format!("每年拨款{amount}"),
            MovementSum::Received => format!("付款{amount}"),
        }
    }

    fn late_movements(&self, movements: Inlines) -> Inlines {
        line!["上期简报之后另行登记：", movements, "。"]
    }

    fn corrected_movements(&self, movements: Inlines) -> Inlines {
        line!["上期简报之后的更正：", movements, "。"]
    }

    fn counted_as(&self, amount: &str) -> String {
        format!("计为{amount}")
    }

    fn instead_of(&self, now: &str, before: &str) -> String {
        format!("{now}，原为{before}")
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("金额（{}）", unit(currency))
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("{}合计", dates::month_name(month, ZH))
    }

    fn funding_partners(&self, _count: u32) -> &'static str {
        "供资伙伴"
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line!["已收到认捐额的", strong(numbers::percent_figure(percent, ZH))]
    }

    fn pledged_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        format!("截至{day}，认捐总额为{amount}。")
    }

    fn received_on(&self, amount: &str, day: StatedDay<'_>) -> String {
        format!("截至{day}，已收到{amount}。")
    }

    fn partners_on(&self, count: u32, day: StatedDay<'_>) -> String {
        format!("截至{day}，供资伙伴{}个。", numbers::integer(count.into(), ZH))
    }

    fn pledged_documented(&self, amount: &str) -> String {
        format!("有据可查的认捐额为{amount}，总额不详。")
    }

    fn received_documented(&self, amount: &str) -> String {
        format!("有据可查的已收款额为{amount}，总额不详。")
    }

    fn partners_documented(&self, count: u32) -> String {
        format!("有据可查的供资伙伴{}个，总数不详。", numbers::integer(count.into(), ZH))
    }

    fn documented_since(&self, amounts: &str) -> String {
        format!("此后有据可查的款项：{amounts}。")
    }

    fn since_last_issue(&self, change: SinceThen<'_>, then: PartialDate, format: DateStyle) -> String {
        let then_words = format.date(then);
        match change {
            SinceThen::More(amount) => format!("较{then_words}增加{amount}"),
            SinceThen::Less(amount) => format!("较{then_words}减少{amount}"),
            SinceThen::Same => format!("与{then_words}持平"),
            SinceThen::Was(amount) => format!("{then_words}为{amount}"),
        }
    }

    fn comma(&self) -> &'static str {
        "，"
    }

    fn pledged_to_date(&self, _noun: CountedNoun) -> String {
        "迄今认捐总额".to_owned()
    }

    fn received_to_date(&self, _noun: CountedNoun) -> String {
        "已收到".to_owned()
    }

    fn pledged_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        format!("截至{day}的认捐总额")
    }

    fn received_on_label(&self, _noun: CountedNoun, day: StatedDay<'_>) -> String {
        format!("截至{day}已收到")
    }

    fn partners_on_label(&self, count: u32, day: StatedDay<'_>) -> String {
        format!("截至{day}的{}", self.funding_partners(count))
    }

    fn partners_documented_label(&self, _count: u32) -> &'static str {
        "有据可查的供资伙伴"
    }

    fn documented_as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("有据可查的数字截至{day}，依据截至{known}的记录。"),
            None => format!("有据可查的数字截至{day}。"),
        }
    }

    fn figures(&self, figures: &WrittenFigures) -> String {
        parts(figures)
    }

    fn partners_instead_of(&self, now: u32, before: u32) -> String {
        let now = parts(&WrittenFigures::of_partners(now));
        self.instead_of(&now, &format!("{}个", numbers::integer(before.into(), ZH)))
    }

    fn others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("计入总额但未在此分列：{}。", parts(others))]
    }

    fn documented_others(&self, others: &WrittenFigures) -> Inlines {
        line![format!("有据可查但未在此列出：{}。", parts(others))]
    }

    fn by_contributor_summary(&self, count: u64) -> String {
        format!("{count}个捐助方的认捐额和已收款额条形图，按认捐额从大到小排列")
    }

    fn new_partners(&self, names: Inlines, _count: u64, month: Month) -> Inlines {
        let month = dates::month(month, ZH);
        line![format!("{month}新增供资伙伴："), names, "。"]
    }

    fn new_partners_this_year(&self, names: Inlines, _count: u64, year: i32) -> Inlines {
        line![format!("{year}年初以来新增供资伙伴："), names, "。"]
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("认捐（{}）", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("已收到（{}）", unit(currency))
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line!["拨款：", names, "。计入金额，但不计入供资伙伴数目。"]
    }

    fn allocations_of_partners(&self, names: Inlines) -> Inlines {
        line!["拨款：", names, "。"]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["此外，实物捐助：", gifts, "。"]
    }

    fn earmarked_for(&self, purpose: Inlines) -> Inlines {
        line!["用于", purpose]
    }

    fn gift(&self, contributor: Inlines, what: Option<Inlines>, value: Option<String>, when: &str) -> Inlines {
        let what = what.map(|what| line![what, "，"]).unwrap_or_default();
        let value = value.map(|value| line!["估值", value, "，"]).unwrap_or_default();
        line![contributor, "（", what, value, when, "）"]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency, counted: Unvalued) -> Inlines {
        let unit = unit(currency);
        let words = match counted {
            Unvalued::InNoAmount => format!("因{unit}价值不详而未计入任何金额："),
            Unvalued::NotInTotals => format!("因{unit}价值不详而未计入总额："),
            Unvalued::SinceTotals => format!("因{unit}价值不详而未分列："),
            Unvalued::PerhapsInTotals => format!("因{unit}价值不详而未分列，但公布的总额可能已将其计入："),
        };
        line![words, amounts, "。"]
    }

    fn on_behalf_of(&self, contributor: Inlines, party: Inlines) -> Inlines {
        line![contributor, "（代表", party, "）"]
    }

    fn surplus(&self, amount: &str) -> String {
        format!("部分认捐的收款超出认捐额{amount}。")
    }

    fn unvalued_amount(&self, contributor: Inlines, amount: &str) -> Inlines {
        line![contributor, format!("（{amount}）")]
    }

    fn multi_year(&self, rule: MultiYear) -> &'static str {
        match rule {
            MultiYear::Whole => "多年期认捐自宣布之日起全额计入；未定期限的认捐在到期时计入。",
            MultiYear::AsDue => "多年期认捐在各期到期时计入。",
        }
    }

    fn as_of(&self, day: &str, known: Option<&str>) -> String {
        match known {
            Some(known) => format!("数字截至{day}，依据截至{known}的记录。"),
            None => format!("数字截至{day}。"),
        }
    }

    fn pillar(&self, pillar: Pillar) -> (&'static str, &'static str) {
        let name = match pillar {
            Pillar::I => "第一支柱",
            Pillar::II => "第二支柱",
            Pillar::III => "第三支柱",
            Pillar::IV => "第四支柱",
        };
        ("", name)
    }

    fn served_by(&self, office: &str) -> String {
        format!("由{office}提供服务")
    }

    fn entities(&self, count: u16) -> String {
        format!("{}个实体", numbers::integer(i128::from(count), ZH))
    }

    fn working_groups(&self, count: u16) -> String {
        format!("{}个工作组", numbers::integer(i128::from(count), ZH))
    }

    fn advisory_board(&self, members: u16, guests: Option<Inlines>, _count: u64) -> Inlines {
        let number = numbers::integer(i128::from(members), ZH);
        match guests {
            None => line![format!("咨询委员会：{number}个会员国")],
            Some(guests) => line![format!("咨询委员会：{number}个会员国；特邀成员："), guests],
        }
    }

    fn with_parts(&self, whole: Inlines, parts: Inlines) -> Inlines {
        line![whole, "：", parts]
    }

    fn separator(&self, last: bool, crowded: bool, _next: &str) -> &'static str {
        match (last, crowded) {
            // "和" before the last item could be read as part of an item.
            (_, true) => "；",
            (true, false) => "和",
            (false, false) => "、",
        }
    }

    fn locale(&self) -> Locale {
        locale!("zh")
    }

    fn thousands_separator(&self) -> char {
        NO_BREAK
    }

    fn decimal_mark(&self) -> char {
        '.'
    }

    fn count_in_words(&self, _count: u64) -> Option<&'static str> {
        // The word would depend on the noun.
        None
    }

    fn percent(&self, _value: u16, number: &str) -> String {
        format!("{number}%")
    }

    fn percent_figure(&self, number: &str) -> String {
        format!("{number}%")
    }

    fn ordinal(&self, _place: u64, number: &str) -> String {
        format!("第{number}")
    }

    fn dollars(&self, amount: &Numeral) -> String {
        format!("{}美元", amount.written)
    }

    fn multiples(&self) -> &'static [u32] {
        &[4, 8, 12]
    }

    fn multiple_of_dollars(&self, number: &Numeral, power: u32) -> String {
        format!("{}美元", self.multiple(number, power))
    }

    fn euros(&self, amount: &Numeral) -> String {
        format!("{}欧元", amount.written)
    }

    fn multiple_of_euros(&self, number: &Numeral, power: u32) -> String {
        format!("{}欧元", self.multiple(number, power))
    }

    fn multiple(&self, number: &Numeral, power: u32) -> String {
        let multiple = match power {
            12 => "万亿",
            8 => "亿",
            _ => "万",
        };
        format!("{}{multiple}", number.written)
    }

    fn months(&self) -> &'static Calendar {
        &MONTHS
    }

    fn short_months(&self) -> &'static Calendar {
        &MONTHS
    }

    fn year(&self, year: i32) -> String {
        format!("{year}年")
    }

    fn days(&self, first: u32, last: u32) -> String {
        if first == last { format!("{first}日") } else { format!("{first}日至{last}日") }
    }

    fn days_of_month(&self, days: &str, month: &str) -> String {
        format!("{month}{days}")
    }

    fn in_year(&self, date: &str, year: i32) -> String {
        format!("{year}年{date}")
    }

    fn range(&self, first: &str, last: &str) -> String {
        format!("{first}至{last}")
    }

    fn span_of_years(&self, first: i32, last: i32) -> String {
        format!("{first}年至{last}年")
    }

    fn mixed_span(&self, first: PartialDate, last: PartialDate, format: DateStyle) -> String {
        self.range(&format.date(first), &format.date(last))
    }

    fn since(&self, date: PartialDate, format: DateStyle) -> String {
        format!("自{}起", format.date(date))
    }

    fn until(&self, date: PartialDate, format: DateStyle) -> String {
        format!("至{}", format.date(date))
    }

    fn within(&self, span: &str) -> String {
        format!("{span}期间的一天")
    }

    fn stamp_days(&self, first: u32, last: u32) -> String {
        // The figures are written without the word for day.
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    }

    fn stamp_day(&self, day: u32, month: &str) -> String {
        format!("{month}{day}日")
    }

    fn stamp_session(&self, days: &str, month: &str) -> String {
        format!("{month}{days}日")
    }

    fn stamp_month(&self, month: &str, year: i32) -> String {
        format!("{year}年{month}")
    }

    fn stamp_year(&self, year: i32) -> String {
        format!("{year}年")
    }

    fn year_comes_first(&self) -> bool {
        true
    }

    fn stamp_years(&self, first: i32, last: i32) -> Vec<String> {
        vec![format!("{first}至"), format!("{last}年")]
    }

    fn opening(&self, first: &str) -> String {
        format!("{first}至")
    }

    fn stamp_since(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        followed(format.at(date), "起")
    }

    fn stamp_until(&self, date: PartialDate, format: DateStyle) -> Vec<StampLine> {
        followed(format.at(date), "止")
    }
}

/// The unit of a column of amounts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "美元" } else { currency.code() }
}

/// The lines of a date, with a word after them.
fn followed(mut lines: Vec<StampLine>, word: &str) -> Vec<StampLine> {
    if let Some(last) = lines.last_mut() {
        last.text.push_str(word);
    }
    lines
}

#[rustfmt::skip]
static MONTHS: Calendar = Calendar::new([
    "1月", "2月", "3月", "4月", "5月", "6月",
    "7月", "8月", "9月", "10月", "11月", "12月",
]);

/// The amounts and the number of partners of other contributors, joined.
fn parts(others: &WrittenFigures) -> String {
    let count = numbers::integer(others.partners.into(), ZH);
    let partners = (others.partners > 0).then(|| format!("供资伙伴{count}个"));
    let pledged = others.pledged.as_ref().map(|amount| format!("认捐{amount}"));
    let received = others.received.as_ref().map(|amount| format!("已收到{amount}"));
    [pledged, received, partners].into_iter().flatten().collect::<Vec<_>>().join("，")
}
