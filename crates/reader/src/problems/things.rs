//! Sentences about different things: what is promised for the lathe contradicts nothing that is promised for the crane.

use super::Docket;
use crate::reading::Clause;
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
/// Longest name.
const LONGEST: usize = 14;

/// Whether the sentences or the headings of two clauses name two different things.
pub(super) fn things_apart(docket: &Docket<'_>, one: &Clause, other: &Clause) -> bool {
    let differ = |one: Option<String>, other: Option<String>| match (one, other) {
        (Some(one), Some(other)) => !one.contains(&other) && !other.contains(&one),
        _ => false,
    };
    differ(begins_with(docket, one), begins_with(docket, other))
        || differ(headed(docket, one), headed(docket, other))
}

/// The thing a clause's sentence begins with: 龙门铣故障接报后…
fn begins_with(docket: &Docket<'_>, clause: &Clause) -> Option<String> {
    let original = &docket.page.original;
    let at = clause.span.0.min(original.len());
    let from = (0..at)
        .rev()
        .take(LONGEST * 2)
        .take_while(|back| !"\n。；".contains(original[*back]))
        .last()
        .unwrap_or(at);
    thing(&original[from..clause.span.1.clamp(from, original.len())])
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
