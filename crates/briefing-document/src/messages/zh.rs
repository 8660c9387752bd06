//! Chinese, in simplified characters and with full-width punctuation.

use briefing_model::{Currency, Language, Month, MultiYear, SectionKind};

use super::{Messages, Totals, part};
use crate::dates;
use crate::inline::{line, strong};
use crate::numbers;
use crate::{Inline, Inlines, PeriodPart};

pub(super) struct Chinese;

const ZH: Language = Language::Zh;

impl Messages for Chinese {
    fn monthly_briefing(&self) -> &'static str {
        "每月简报"
    }

    fn period(&self, month: Month) -> Vec<PeriodPart> {
        // One part, because nothing stands between year and month.
        vec![part(dates::month(month, ZH), true)]
    }

    fn issue(&self, month: Month) -> String {
        format!("每月简报，{}", dates::month(month, ZH))
    }

    fn running_head(&self, month: Month) -> String {
        format!("每月简报 · {}", dates::month(month, ZH))
    }

    fn file_title(&self, month: Month, office: &str) -> String {
        format!("每月简报，{}——{office}", dates::month(month, ZH))
    }

    fn subject(&self, month: Month) -> String {
        format!("{}的活动、认捐和捐款", dates::month(month, ZH))
    }

    fn page_of(&self) -> &'static str {
        "第{page}页，共{pages}页"
    }

    fn heading(&self, section: SectionKind, office: Option<&str>) -> String {
        match (section, office) {
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

    fn new_pledges(&self, _count: u64, month: Month, _office: Option<Inlines>) -> Inlines {
        line![format!("{}记录的新捐款如下：", dates::month(month, ZH))]
    }

    fn new_pledges_summary(&self, month: Month) -> String {
        format!("{}的新认捐，按捐助方列出用途、金额和合计", dates::month(month, ZH))
    }

    fn contributor(&self) -> &'static str {
        "捐助方"
    }

    fn purpose(&self) -> &'static str {
        "用途"
    }

    fn amount(&self) -> &'static str {
        "金额"
    }

    fn amount_in(&self, currency: Currency) -> String {
        format!("金额（{}）", unit(currency))
    }

    fn not_earmarked(&self) -> &'static str {
        "未指定用途"
    }

    fn yearly(&self) -> &'static str {
        "每年金额"
    }

    fn total_recorded(&self, month: Month) -> String {
        format!("{}合计", dates::month_name(month, ZH))
    }

    fn pledged_to_date(&self) -> &'static str {
        "迄今认捐总额"
    }

    fn received_to_date(&self) -> &'static str {
        "已收到"
    }

    fn funding_partners(&self, _count: u32) -> &'static str {
        "供资伙伴"
    }

    fn share_received(&self, percent: u16) -> Inlines {
        line!["已收到认捐额的", strong(numbers::percent_figure(percent, ZH))]
    }

    fn totals(&self, totals: &Totals) -> Inlines {
        let Totals { pledged, received, partners } = totals;
        let count = numbers::integer(i128::from(*partners), ZH);
        let partners = match partners {
            0 => String::new(),
            _ => format!("，供资伙伴{count}个"),
        };
        line![format!("迄今认捐总额为{pledged}，其中已收到{received}{partners}。")]
    }

    fn by_contributor(&self) -> &'static str {
        "各捐助方的认捐额和已收款额"
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

    fn history(&self) -> &'static str {
        "累计认捐额"
    }

    fn history_summary(&self) -> &'static str {
        "截至所列各日的累计认捐额条形图，按时间先后排列"
    }

    fn date(&self) -> &'static str {
        "日期"
    }

    fn pledged_in(&self, currency: Currency) -> String {
        format!("认捐（{}）", unit(currency))
    }

    fn received_in(&self, currency: Currency) -> String {
        format!("已收到（{}）", unit(currency))
    }

    fn no_payment(&self) -> &'static str {
        "短横表示没有分列的付款。"
    }

    fn allocations(&self, names: Inlines) -> Inlines {
        line!["拨款：", names, "。计入金额，但不计入供资伙伴数目。"]
    }

    fn in_kind(&self, gifts: Inlines) -> Inlines {
        line!["此外，实物捐助：", gifts, "。"]
    }

    fn gift(&self, contributor: Inlines, value: Option<String>, when: &str) -> Inlines {
        match value {
            Some(value) => line![contributor, "（估值", value, "，", when, "）"],
            None => line![contributor, "（", when, "）"],
        }
    }

    fn others(&self, totals: &Totals) -> Inlines {
        let Totals { pledged, received, partners } = totals;
        let count = numbers::integer(i128::from(*partners), ZH);
        let partners = match partners {
            0 => String::new(),
            _ => format!("，供资伙伴{count}个"),
        };
        line![format!("计入总额但未在此分列：认捐{pledged}，已收到{received}{partners}。")]
    }

    fn unvalued(&self, amounts: Inlines, currency: Currency) -> Inlines {
        let unit = unit(currency);
        line![format!("因{unit}价值不详而未计入总额："), amounts, "。"]
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

    fn rounding(&self) -> &'static str {
        "由于四舍五入，各项数字之和可能与总额不符。"
    }

    fn untranslated(&self) -> &'static str {
        "尚未翻译的文本以原文刊出。"
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

    fn shared_programmes(&self) -> &'static str {
        "全办公室方案"
    }

    fn programme_offices(&self) -> &'static str {
        "方案办公室"
    }

    fn pillar(&self) -> &'static str {
        "支柱"
    }
}

/// What a column of amounts counts.
fn unit(currency: Currency) -> &'static str {
    if currency == Currency::USD { "美元" } else { currency.code() }
}
