//! Parts and goods on their way: whether what arrives is a part, and what a part's limits run from.

use crate::reading::Milestone;
use crate::words::Concept;

use super::milestones::Hit;
use super::surroundings::about_parts;
use super::time_window::Window;

/// Words by which a clause speaks of a part without its name: 没件的订货四天到, 省外5日内送达 behind 现货.
const PART_WORDS: [&str; 36] = [
    "缺件", "没件", "没货", "无货", "有货", "订货", "缺货", "调货", "现货", "要件", "急件", "大件",
    "小件", "常规件", "进口件", "入口件", "国产件", "定制件", "标准件", "通用件", "专用件", "总成",
    "备件库", "中心库", "总库", "库存", "调件", "订件", "发件", "换件", "的件", "件下单",
    "库里没有", "国产", "进口", "原装",
];

/// The milestone meant by a word of arriving or delivering: of a part where the words speak of one.
pub(super) fn target(window: &Window<'_>, hit: Hit, listed: Option<Milestone>) -> Milestone {
    use Milestone as M;
    // 订货后7天到店: what was ordered comes.
    let ordered = hit.milestone == M::OnSite && (hit.rank == 1 || awaited(window));
    let moved = hit.milestone == M::Delivered || ordered || bare_visit(window, hit);
    if !moved || of_goods(window) {
        return hit.milestone;
    }
    // 常规备件订货后15天到货，进口轴承45天到货: the list goes on with parts.
    let goes_on = listed == Some(M::PartArrived) && hit.milestone == M::Delivered;
    let arrives = hit.milestone == M::Delivered
        && window.page.clean.text(hit.start, hit.end) == "到货"
        && !begun(window);
    let part =
        goes_on || arrives || named_here(window) || hit.milestone == M::Delivered && about(window);
    if part { M::PartArrived } else { hit.milestone }
}

fn awaited(window: &Window<'_>) -> bool {
    let text = window
        .page
        .clean
        .text(window.segment.0.max(window.floor), window.period.start);
    ["订货", "订购", "下单", "采购", "调货", "订件"]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether an agreement or a payment opens the limit.
fn begun(window: &Window<'_>) -> bool {
    let text = window
        .page
        .clean
        .text(window.sentence.start, window.period.start);
    ["合同", "签", "款", "中标", "协议", "退", "换货"]
        .iter()
        .any(|word| text.contains(word))
}

/// 四十八小时内到用户手上: an arrival by place with nobody who arrives.
fn bare_visit(window: &Window<'_>, hit: Hit) -> bool {
    hit.milestone == Milestone::OnSite
        && window
            .page
            .clean
            .text(hit.start, hit.end + 2)
            .contains('手')
}

/// Whether the line or its heading is about parts, and the words before the length name nothing else.
fn about(window: &Window<'_>) -> bool {
    about_parts(window.page, window.period.start)
}

/// The sentence names a part before the length, or before the verb behind it.
fn named_here(window: &Window<'_>) -> bool {
    let (page, from) = (window.page, window.sentence.start);
    let before = page.clean.text(from, window.period.start);
    let own = page
        .clean
        .text(window.segment.0, window.segment.1.min(window.ceiling));
    PART_WORDS
        .iter()
        .any(|word| before.contains(word) || own.contains(word))
        || page
            .tokens_in(from, window.period.start)
            .iter()
            .any(|token| token.is(Concept::PartStrict))
        || page
            .tokens_in(window.period.end, window.segment.1.min(window.ceiling))
            .iter()
            .any(|token| token.is(Concept::PartStrict))
}

/// Whole goods, exchanges, loaners, papers and people: no parts, whatever stands around.
fn of_goods(window: &Window<'_>) -> bool {
    let page = window.page;
    let (start, end) = (
        window.segment.0.max(window.floor),
        window.segment.1.min(window.ceiling),
    );
    let tokens = page.tokens_in(start, end);
    let text = page.clean.text(start, end);
    tokens.iter().any(|token| {
        [
            Concept::ExchangeStrong,
            Concept::SpareUnit,
            Concept::ReportDoc,
            Concept::Staff,
            Concept::Sign,
        ]
        .iter()
        .any(|concept| token.is(*concept))
    }) || [
        "合同", "设备", "整机", "货物", "签单", "付款", "样品", "资料", "派", "携", "备机", "专家",
        "技师", "师傅",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// What a limit of a part runs from where nothing is said: its order.
pub(super) fn ordered(window: &Window<'_>, hit: Hit, to: Milestone) -> Option<Milestone> {
    let ships = to == Milestone::Dispatched
        && window
            .page
            .tokens_in(hit.start, hit.end)
            .iter()
            .any(|token| token.is(Concept::Ship));
    let mended = ["修", "换新", "检测", "补发"].iter().any(|word| {
        window
            .page
            .clean
            .text(window.sentence.start, window.segment.1)
            .contains(word)
    });
    (ships && !mended && !of_goods(window) && (named_here(window) || about(window)))
        .then_some(Milestone::PartOrdered)
}

fn sent(window: &Window<'_>) -> bool {
    let text = window
        .page
        .clean
        .text(window.period.end, window.segment.1.min(window.ceiling));
    ["寄回", "寄还", "寄出", "发回", "寄到"]
        .iter()
        .any(|word| text.contains(word))
}

/// 泵到货后24小时装好, 工程款到账后安排施工: what the beginning makes of the end.
pub(super) fn once_begun(window: &Window<'_>, to: Milestone, from: Option<Milestone>) -> Milestone {
    use Milestone as M;
    let before = || {
        window
            .page
            .clean
            .text(window.segment.0.max(window.floor), window.period.start)
    };
    match (from, to) {
        // 修好后2天内寄回: it is on its way.
        (Some(M::Repaired | M::QuoteAccepted), M::Delivered) if sent(window) => M::Dispatched,
        (Some(M::PartArrived | M::PartOrdered), M::Accepted) => M::Repaired,
        (Some(M::Dispatched | M::PartNeeded), M::Delivered) => M::PartArrived,
        (_, M::Repaired) if before().contains("退款") => M::Closed,
        _ => to,
    }
}
