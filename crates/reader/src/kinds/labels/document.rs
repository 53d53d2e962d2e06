//! Documents: what has to be issued or kept.

use super::View;
use crate::reading::Terms;
use crate::words::Concept as C;

pub(super) fn score(view: &View<'_>) -> u8 {
    if view.has(&[
        "见附件", "详见", "按随", "照随", "按照随", "按手册", "按说明书", "依照手册", "照《",
        "按《", "日期为准", "起始日",
    ]) || view.heading()
        || view.announces()
        || view.limited()
        || view.is(C::NotCovered)
    {
        return 0;
    }
    // A list of papers under 移交： or 随机资料：.
    let handed_over = ["移交", "交付", "提供", "随机", "资料", "文档", "文件"]
        .iter()
        .any(|word| label(view).contains(word))
        && view.count(C::DocStrict) >= 1
        && !view.is(C::Warranty);
    if handed_over && !view.conditional() {
        return 72;
    }
    let starts = ["之日", "日起", "起计", "起算", "次日起"]
        .iter()
        .any(|word| view.has(&[word]));
    if starts && (view.warranted() || view.sentence_is(C::Warranty)) {
        return 0;
    }
    let noun = view.is(C::DocStrict);
    let verb = view.has(&[
        "出具", "提交", "填写", "建立", "编制", "填报", "递交", "移交", "归档", "存档", "备查",
        "建档", "签字", "提供", "附", "交付", "配备", "保存", "留存", "整理", "开具", "随车",
        "随机", "盖章", "撰写", "发放", "报送", "索取", "索要", "查阅", "记入", "录入", "做好",
        "形成", "张贴", "粘贴", "填", "送交", "交给", "交还", "开列", "双签", "签名", "签收",
        "公示", "贴", "挂上", "交甲方", "交院", "交客户", "交用户", "交业主", "上交", "交由",
        "存交", "留底", "存三", "存五", "寄给", "寄发", "写明", "列明", "载明", "备案", "呈",
        "附上", "写好", "发到", "开电子", "均开", "签认", "一式", "装在",
    ]);
    let filed = view.has(&[
        "建立档案", "客户档案", "用户档案", "设备档案", "服务档案", "技术档案", "建档", "做好记录",
        "详细记录", "如实记录", "存档", "归档", "服务台账", "一机一档", "记录在案", "维修档案",
    ]);
    if view.recurs()
        && !(noun
            && verb
            && view.sentence.segments.len() > 1
            && view.start > view.timed.iter().map(|d| d.start).max().unwrap_or(0))
    {
        return 0;
    }
    match () {
        () if !filed && super::procedure::flows(view) => {
            if noun && verb {
                52
            } else {
                0
            }
        }
        () if filed => 76,
        () if view.has(&["各留一份", "各执一份", "各存一份", "各持一份"]) => 72,
        () if view.has(&["公示", "公布", "张贴"]) && view.has(&["结果", "报告", "数据"]) => {
            66
        }
        () if (noun || view.has(&["单"])) && view.has(&["写明", "注明", "列明", "载明"]) => {
            74
        }
        () if view.has(&["填表"]) => 72,
        () if view.has(&["填写", "填报", "填好"])
            && view.has(&["表", "单", "卡", "记录", "台账"]) =>
        {
            72
        }
        () if noun && verb => 73,
        () if view.has(&["做好记录", "写好", "做好登记"]) && view.has(&["记录", "文档"]) => {
            68
        }
        () if noun
            && view.sentence_is(C::DocVerb)
            && view.has(&["一式", "各一套", "一份", "两份", "各一", "详细", "注明"]) =>
        {
            68
        }
        () if noun && view.has(&["一式", "各一套", "双方签"]) => 66,
        () if view.has(&["记录保存", "资料保存", "保存期", "存档期"]) => 66,
        () => 0,
    }
}

/// The label the sentence opens with, as in 移交：….
fn label<'a>(view: &View<'a>) -> &'a str {
    view.sentence
        .segments
        .first()
        .filter(|segment| {
            segment.0 < view.start && view.page.clean.chars.get(segment.1) == Some(&'：')
        })
        .map(|&(start, end)| view.page.clean.text(start, end))
        .unwrap_or_default()
}

pub(super) fn terms(view: &View<'_>) -> Terms {
    let what = view
        .page
        .tokens_in(view.start, view.end)
        .iter()
        .filter(|t| t.is(C::Doc))
        .map(|t| view.page.quote(t.start, t.end).0)
        .collect();
    Terms::Document { what }
}
