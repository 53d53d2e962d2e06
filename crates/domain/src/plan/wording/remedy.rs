//! Remedies: what goes wrong, and what the customer is then entitled to.

use super::quantity::{BLANK, money_in_words, share_in_words, stated};
use crate::money::{BasisPoints, Fen};
use crate::plan::clauses::remedy::{Entitles, Remedy, Trigger};
use crate::slug::ClauseId;

/// The sentence of a remedy. `article` gives the number of another clause.
pub(super) fn sentences(
    remedy: &Remedy,
    article: impl Fn(&ClauseId) -> Option<String>,
) -> Vec<String> {
    let trigger = trigger(&remedy.trigger, article);
    let options: Vec<String> = remedy.entitles.iter().map(entitled).collect();
    let mut sentence = match options.as_slice() {
        [] => String::new(),
        [only] => format!("{trigger}，我方{only}"),
        several => format!("{trigger}，由客户选择，我方{}", several.join("或")),
    };
    let besides: Vec<String> = remedy.besides.iter().map(entitled).collect();
    if !besides.is_empty() {
        let joined = besides.join("并");
        sentence = if sentence.is_empty() {
            format!("{trigger}，我方{joined}")
        } else {
            format!("{sentence}，并{joined}")
        };
    }
    if sentence.is_empty() {
        Vec::new()
    } else {
        vec![format!("{sentence}。")]
    }
}

fn trigger(trigger: &Trigger, article: impl Fn(&ClauseId) -> Option<String>) -> String {
    match trigger {
        Trigger::OpenBoxDefect => "开箱发现质量问题（含外观瑕疵）的".to_owned(),
        Trigger::WithinDaysOfReceipt { days } => {
            format!(
                "自收货之日起{}日内发现质量问题的",
                stated(days, ToString::to_string)
            )
        }
        Trigger::SameDefectRepaired { times } => {
            format!("同一故障连续维修{times}次仍不能正常使用的")
        }
        Trigger::RepairedStillFaulty { times } => format!("维修{times}次仍不能正常使用的"),
        Trigger::RepairLongerThan { days } => format!("修理超过{days}日仍未修好的"),
        Trigger::PartsMissingFor { days } => {
            format!("因缺少零件修理超过{days}日仍未修好的")
        }
        Trigger::OwnFaultConfirmed => "经确认属我方原因的".to_owned(),
        Trigger::CustomerFaultConfirmed => "经确认属客户原因的".to_owned(),
        Trigger::ExpiredGoods => "货物超过有效期的".to_owned(),
        Trigger::DistanceSale { days } => {
            format!("网络、电视、电话、邮购等方式销售，自收货之日起{days}日内要求退货的")
        }
        Trigger::SafetyDefect { days, kilometres } => {
            format!("自收货之日起{days}日内或行驶{kilometres}公里内（先到为准）发生严重安全故障的")
        }
        Trigger::NotRepairableSoon => "短时间无法修复的".to_owned(),
        Trigger::LimitBroken { clause } => article(clause).map_or_else(
            || "我方未能按约定时限履行的".to_owned(),
            |number| format!("我方未能按{number}履行的"),
        ),
    }
}

pub(super) fn entitled(entitles: &Entitles) -> String {
    match entitles {
        Entitles::ReplaceSameModel => "更换同品牌同型号新品".to_owned(),
        Entitles::Exchange => "予以换货".to_owned(),
        Entitles::Return => "予以退货".to_owned(),
        Entitles::Loaner => "提供备用机".to_owned(),
        Entitles::FreeRepair => "免费维修".to_owned(),
        Entitles::RepairAtMaterialCost => "负责维修，只收材料成本费".to_owned(),
        Entitles::CostsBorne => "承担由此产生的费用".to_owned(),
        Entitles::RemovedUnitMadeGood => "将换下的设备修复或更换".to_owned(),
        Entitles::Discount { bps } => {
            let off = BasisPoints(BasisPoints::WHOLE.0.min(bps.0));
            format!("减免费用的{}", share_in_words(off))
        }
        Entitles::CompensationPerHour { fen, cap_fen } => late("小时", *fen, *cap_fen),
        Entitles::CompensationPerDay { fen, cap_fen } => late("日", *fen, *cap_fen),
        Entitles::CompensationOnce { fen } => format!("一次性赔偿{}", money_in_words(*fen)),
    }
}

/// Money for each hour or day. A cap nobody stated is a place to fill in: 不超过0元 would take the promise back.
fn late(unit: &str, fen: Fen, cap: Fen) -> String {
    let most = match cap {
        Fen::ZERO => format!("{BLANK}元"),
        cap => money_in_words(cap),
    };
    format!(
        "每迟延一{unit}赔偿{}，累计不超过{most}",
        money_in_words(fen)
    )
}
