//! Clauses of numbered entries, of papers, of lessons and of ways to reach the service.

use super::super::{milestones, names};
use super::rest::Rest;
use super::{Heard, Pen, sentence};
use crate::access::Role;
use crate::milestone::Milestone;
use crate::plan::clauses::channel::{Attendance, ContactPoint};
use crate::plan::clauses::conduct::{Answers, CheckItem, Conduct, Evidence, Stage};
use crate::plan::clauses::delivery::{Delivery, DeliveryStep, Resource};
use crate::plan::clauses::document::{DocumentKind, Field, IssuedDocument};
use crate::plan::clauses::procedure::{Procedure, Step};
use crate::plan::clauses::training::Training;
use crate::plan::document::AnswerKind;
use crate::plan::{Condition, Promise};
use crate::slug::ItemId;

impl Pen<'_> {
    pub(super) fn conduct(&mut self, lines: &[String]) -> Option<Heard> {
        let (lead, entries) = lines.split_first()?;
        let mut rest = Rest(lead);
        let when = self.opening(&mut rest);
        let stage = rest.one(Stage::ALL, names::stage)?;
        rest.must("，服务人员遵守下列行为规范")?;
        let answered_by = if rest.eat("，由客户评价") {
            Answers::CustomerSurvey
        } else {
            Answers::Engineer
        };
        rest.must("：")?;
        rest.end()?;
        let item = |(id, text): (ItemId, &str)| match text.strip_suffix("（拍照为证）") {
            Some(text) => CheckItem {
                id,
                text: text.to_owned(),
                evidence: Evidence::Photo,
            },
            None => CheckItem {
                id,
                text: text.to_owned(),
                evidence: Evidence::Tick,
            },
        };
        let items = numbered(entries)?.into_iter().map(item).collect();
        Some(Heard::of(
            when,
            Promise::Conduct(Conduct {
                stage,
                items,
                answered_by,
            }),
        ))
    }

    pub(super) fn procedure(&mut self, lines: &[String]) -> Option<Heard> {
        let (lead, entries) = lines.split_first()?;
        let mut rest = Rest(lead);
        let when = self.opening(&mut rest);
        rest.must("按下列流程办理：")?;
        rest.end()?;
        let step = |(id, text): (ItemId, &str)| {
            let (text, owner) = text.strip_suffix("负责）")?.rsplit_once("（由")?;
            let owner = *Role::ALL.iter().find(|role| names::role(**role) == owner)?;
            Some(Step {
                id,
                text: text.to_owned(),
                owner,
                done_by: None,
            })
        };
        let steps = numbered(entries)?
            .into_iter()
            .map(step)
            .collect::<Option<_>>()?;
        Some(Heard::of(when, Promise::Procedure(Procedure { steps })))
    }

    pub(super) fn delivery(&mut self, lines: &[String]) -> Option<Heard> {
        let mut when = Condition::default();
        let mut delivery = Delivery {
            notice_minutes: None,
            steps: Vec::new(),
            resources: Vec::new(),
        };
        for (at, line) in lines.iter().enumerate() {
            let mut rest = Rest(line);
            when = self.opening(&mut rest);
            if rest.eat("我方送货前提前") {
                let notice = |rest: &mut Rest<'_>| {
                    let count = rest.number()?;
                    if rest.eat("小时") {
                        count.checked_mul(60)
                    } else {
                        rest.must("分钟").map(|()| count)
                    }
                };
                delivery.notice_minutes =
                    Some(self.asked(&mut rest, AnswerKind::Number, notice)?);
                rest.must("告知收货人。")?;
                rest.end()?;
            } else if rest.eat("我方配送力量：") {
                let told = rest.0.strip_suffix('。')?;
                delivery.resources = told.split('、').map(resource).collect::<Option<_>>()?;
            } else {
                rest.must("送货按下列要求办理：")?;
                let steps = numbered(&lines[at + 1..])?.into_iter();
                delivery.steps = steps
                    .map(|(id, text)| DeliveryStep {
                        id,
                        text: text.to_owned(),
                    })
                    .collect();
                break;
            }
        }
        Some(Heard::of(when, Promise::Delivery(delivery)))
    }

    pub(super) fn training(&mut self, lines: &[String]) -> Option<Heard> {
        let mut rest = sentence(lines)?;
        let when = self.opening(&mut rest);
        let (told, outcome) = rest.0.split_once("，直至达到：").unwrap_or((rest.0, ""));
        let mut rest = Rest(told);
        rest.must("我方")?;
        let mut before = None;
        let mut ahead = rest;
        if ahead.eat("在")
            && let Some(milestone) = ahead.one(Milestone::ALL, milestones::reach)
            && ahead.eat("前")
        {
            before = Some(milestone);
            rest = ahead;
        }
        rest.must("对")?;
        let audience = rest.until("进行培训")?.to_owned();
        let content = if rest.eat("，培训内容包括") {
            rest.0.split('、').map(str::to_owned).collect()
        } else {
            rest.end()?;
            Vec::new()
        };
        Some(Heard::of(
            when,
            Promise::Training(Training {
                audience,
                content,
                outcome: outcome.to_owned(),
                before,
            }),
        ))
    }

    pub(super) fn document(&mut self, lines: &[String]) -> Option<Heard> {
        let mut rest = sentence(lines)?;
        let mut when = self.opening(&mut rest);
        rest.must("我方")?;
        let mut after = rest.one(Milestone::ALL, milestones::after);
        let within = if rest.0.starts_with("向客户提交") {
            None
        } else {
            let within = self.asked(&mut rest, AnswerKind::Limit, Rest::limit)?;
            rest.must("内")?;
            Some(within)
        };
        rest.must("向客户提交")?;
        let document = if rest.eat("运行分析报告") {
            DocumentKind::InspectionReport
        } else {
            rest.one(DocumentKind::ALL, names::document)?
        };
        let mut fields = Vec::new();
        if rest.eat("，写明") {
            fields = rest.several(Field::ALL, names::field)?;
        }
        rest.end()?;
        // The level a paper follows is of the paper where something starts it, and of the clause otherwise.
        let after_levels = if after.is_some() {
            std::mem::take(&mut when.severity)
        } else {
            Vec::new()
        };
        Some(Heard::of(
            when,
            Promise::Document(IssuedDocument {
                document,
                fields,
                after: after.take(),
                within,
                after_levels,
            }),
        ))
    }

    /// A row of the contact block, without the number of its article.
    pub(super) fn channel(&mut self, lines: &[String]) -> Option<Heard> {
        let [row] = lines else { return None };
        let mut cells = row.split('\t');
        let (name, address, hours) = (cells.next()?, cells.next()?, cells.next()?);
        let channel = match name {
            "投诉邮箱" | "投诉网址" => ContactPoint::ComplaintLine,
            name => *ContactPoint::ALL
                .iter()
                .find(|point| names::contact_point(**point, None) == name)?,
        };
        let whole = |rest: &mut Rest<'_>| Some(std::mem::take(&mut rest.0).to_owned());
        let address = self.asked(&mut Rest(address), AnswerKind::Text, whole)?;
        let (hours, attended_by) = match hours.split_once("，由") {
            Some((hours, who)) => (hours, Some(who.strip_suffix("接待")?.to_owned())),
            None => (hours, None),
        };
        let hours = self.asked(&mut Rest(hours), AnswerKind::Calendar, |rest| {
            names::calendar_called(std::mem::take(&mut rest.0))
        })?;
        Some(Heard::of(
            Condition::default(),
            Promise::Channel(Attendance {
                channel,
                address,
                hours,
                attended_by,
            }),
        ))
    }
}

/// The words of numbered entries, each with a name of its own.
fn numbered(entries: &[String]) -> Option<Vec<(ItemId, &str)>> {
    let mut found = Vec::new();
    for (at, entry) in (1..).zip(entries) {
        let (_, text) = entry.strip_prefix('（')?.split_once('）')?;
        let id: ItemId = format!("item-{at}").parse().ok()?;
        found.push((id, text.trim_end_matches(['；', '。'])));
    }
    Some(found)
}

/// 配送车（4）.
fn resource(words: &str) -> Option<Resource> {
    let (name, count) = words.strip_suffix('）')?.rsplit_once('（')?;
    Some(Resource {
        name: name.to_owned(),
        count: count.parse().ok()?,
    })
}
