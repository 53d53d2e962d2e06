//! Sentences about different things: what is promised for the lathe contradicts nothing that is promised for the crane.

use super::Docket;
use crate::reading::{Clause, Milestone, Terms};
use crate::text::is_han;

/// How the names of things that are serviced end.
const ENDINGS: [&str; 42] = [
    "机", "器", "中心", "床", "线", "柜", "泵", "阀", "灯", "屏", "梯", "空调", "软件", "平台",
    "仪", "车", "炉", "塔", "网", "机组", "门", "窗", "管道", "锁", "电脑", "摄像头", "冰箱",
    "电池", "探测器", "终端", "服务器", "交换机", "机器人", "箱", "吊", "秤", "表", "桩", "架",
    "幕墙", "屋面", "系统",
];
/// Things named so stand for whatever the plan is about.
const GENERAL: [&str; 12] = [
    "设备", "产品", "系统", "整机", "样机", "备机", "本机", "主机", "手机", "现场", "平台",
    "服务平台",
];
/// Who serves is no thing that is served: 服务中心, 客服热线.
const SERVING: [&str; 8] = [
    "服务", "客服", "售后", "维修", "技术", "响应", "投诉", "报修",
];
/// Where the name of a thing ends and the promise begins.
const STOPS: [&str; 18] = [
    "故障", "发生", "出现", "接到", "接报", "报修", "收到", "自", "在", "质保", "保修", "每", "的",
    "须", "应", "上门", "维修", "整机",
];
/// Sorts of parts whose name does not end so: 现货2天到, 进口轴承45天到货.
const SORTS: [&str; 16] = [
    "现货", "库存", "有货", "无货", "缺货", "定制", "非标", "进口", "国产", "急用", "急需", "常用",
    "常规", "易损", "核心", "大宗",
];
/// Letters before 件 that make it no sort of part but parts as such, or something else.
const NO_SORT: &str = "配备零部元软硬附构邮文条缺换订到来收发寄证";
/// Longest name.
const LONGEST: usize = 14;

/// Whether the sentences or the headings of two clauses name two different things.
pub(super) fn things_apart(docket: &Docket<'_>, one: &Clause, other: &Clause) -> bool {
    let differ = |one: Option<String>, other: Option<String>| match (one, other) {
        (Some(one), Some(other)) => !one.contains(&other) && !other.contains(&one),
        _ => false,
    };
    sort_of_part(one) != sort_of_part(other)
        || differ(duty(docket, one), duty(docket, other))
        || differ(begins_with(docket, one), begins_with(docket, other))
        || differ(headed(docket, one), headed(docket, other))
}

/// The sort of part a limit of parts is for: 急件24小时送到, 非急件7天送到. Parts as such are their own sort.
fn sort_of_part(clause: &Clause) -> Option<String> {
    const NAME: usize = 2;
    let parts = matches!(
        clause.terms,
        Terms::TimeLimit {
            to: Milestone::PartArrived,
            ..
        }
    );
    let words: Vec<char> = clause.quote.chars().collect();
    let named = || {
        let end = (1..words.len()).find(|at| {
            words[*at] == '件' && is_han(words[at - 1]) && !NO_SORT.contains(words[at - 1])
        })?;
        let from = (0..end)
            .rev()
            .take(NAME)
            .take_while(|at| is_han(words[*at]) && !"的后，、".contains(words[*at]))
            .last()?;
        Some(words[from..end].iter().collect())
    };
    let said = || {
        let sort = SORTS.iter().find(|sort| clause.quote.contains(**sort))?;
        Some((*sort).to_owned())
    };
    parts.then(|| said().or_else(named)).flatten()
}

/// The duty that a limit follows: the report of an inspection is another one than that of a yearly test.
fn duty(docket: &Docket<'_>, clause: &Clause) -> Option<String> {
    const ENDS: [&str; 6] = ["完成", "结束", "完毕", "完", "后", "一次"];
    let follows = matches!(
        clause.terms,
        Terms::TimeLimit {
            from: Milestone::DutyDone,
            ..
        }
    );
    let words: String = sentence(docket, clause).iter().collect();
    let end = || ENDS.iter().filter_map(|end| words.find(end)).min();
    follows.then(end).flatten().map(|end| {
        let name = words[..end]
            .rsplit(['，', '、', '。', '.', '：', ' '])
            .next();
        name.unwrap_or_default()
            .trim_start_matches(['每', '次'])
            .to_owned()
    })
}

/// The words of a clause from the beginning of its sentence.
fn sentence<'a>(docket: &Docket<'a>, clause: &Clause) -> &'a [char] {
    let original = &docket.page.original;
    let at = clause.span.0.min(original.len());
    let from = (0..at)
        .rev()
        .take(LONGEST * 2)
        .take_while(|back| !"\n。；".contains(original[*back]))
        .last()
        .unwrap_or(at);
    &original[from..clause.span.1.clamp(from, original.len())]
}

/// The thing a clause's sentence begins with: 龙门铣故障接报后…
fn begins_with(docket: &Docket<'_>, clause: &Clause) -> Option<String> {
    thing(sentence(docket, clause))
}

/// The thing the heading above a clause names.
fn headed(docket: &Docket<'_>, clause: &Clause) -> Option<String> {
    let (_, heading) = docket.place(clause.span);
    let line = docket.page.lines.get(heading?)?;
    thing(docket.page.clean.slice(line.body, line.end))
}

/// The name words begin with, if it is one of a thing.
fn thing(words: &[char]) -> Option<String> {
    let name: String = words
        .iter()
        .skip_while(|char| !is_han(**char) || "一二三四五六七八九十第".contains(**char))
        .take_while(|char| is_han(**char))
        .take(LONGEST)
        .collect();
    let end = STOPS
        .iter()
        .filter_map(|stop| name.find(stop))
        .min()
        .unwrap_or(name.len());
    let name = &name[..end];
    let named = ENDINGS.iter().any(|ending| name.ends_with(ending));
    let serves = SERVING.iter().any(|word| name.starts_with(word));
    (named && !serves && !GENERAL.contains(&name)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_the_thing_it_begins_with() {
        let of = |words: &str| thing(&words.chars().collect::<Vec<_>>());
        assert_eq!(
            of("龙门铣床故障接报后5小时内到场").as_deref(),
            Some("龙门铣床")
        );
        assert_eq!(of("（1）立式加工中心").as_deref(), Some("立式加工中心"));
        assert_eq!(of("三、冷却机整机质保两年").as_deref(), Some("冷却机"));
        assert_eq!(of("设备故障4小时内到场"), None);
        assert_eq!(of("接到报修后2小时内到场"), None);
        assert_eq!(of("二、响应"), None);
    }
}
