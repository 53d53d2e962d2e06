//! 当天, 次日 and their like.

use super::periods::{Period, Role, ends_with, starts_with};
use crate::reading::{Duration, TimeUnit, Unit};

/// 当天, 次日 and the like, where something is to be done by then.
pub(super) fn named_day(chars: &[char], at: usize, floor: usize, end: usize) -> Option<Period> {
    if !matches!(
        chars.get(at),
        Some('当' | '同' | '次' | '第' | '翌' | '隔' | '下' | 't')
    ) {
        return None;
    }
    let days = [
        ("当天", 0),
        ("当日", 0),
        ("同日", 0),
        ("次日", 1),
        ("第二天", 1),
        ("翌日", 1),
        ("隔天", 1),
        ("隔日", 1),
        ("第二日", 1),
        ("次个工作日", 1),
        ("下一个工作日", 1),
        ("第二个工作日", 1),
        ("次一工作日", 1),
        ("下一工作日", 1),
        ("下一个自然日", 1),
        ("t+1日", 1),
        ("t+1", 1),
    ];
    let (name, count) = days
        .into_iter()
        .find(|(name, _)| starts_with(&chars[..end], at, name))?;
    let after = at + name.chars().count();
    if [
        "起", "的", "算", "开始", "日", "，", "清运", "起计", "价", "值", "班", "轮",
    ]
    .iter()
    .any(|word| starts_with(&chars[..end], after, word))
    {
        return None;
    }
    if [
        "验收", "签收", "交付", "合格", "安装", "竣工", "按", "从", "自", "报告", "验收单", "签署",
        "通过", "签字", "点火", "至", "到", "-", "~",
    ]
    .iter()
    .any(|word| ends_with(chars, floor, at, word))
    {
        return None;
    }
    let working = name.contains("工作");
    let within = ["之内", "以内", "内", "前"]
        .iter()
        .find(|word| starts_with(&chars[..end], after, word));
    Some(Period {
        start: at,
        end: after + within.map_or(0, |word| word.chars().count()),
        low: None,
        high: Duration::whole(Unit::Day, count),
        unit: if working {
            TimeUnit::Working
        } else {
            TimeUnit::Natural
        },
        role: Role::Within,
    })
}
