//! Where the service is reached.

use domain::access::Role;
use domain::plan::clauses::channel::{Attendance, ContactPoint};
use domain::plan::clauses::procedure::{Procedure, Step};
use domain::plan::document::AnswerKind;
use domain::plan::{Asked, Promise};
use domain::slug::{ClauseId, ParameterId};

use super::convert::{Drafted, Pen};
use crate::reading::{Attendance as Hours, Clause as Read, Terms};

pub(super) fn write(pen: &mut Pen, read: &Read) {
    let Terms::Channel {
        channel,
        attendance,
        number,
        ..
    } = &read.terms
    else {
        return;
    };
    if channel.is_empty() && number.is_none() && *attendance == Some(Hours::Limited) {
        pen.hours = Some(read.clone());
    }
    let mut points: Vec<ContactPoint> = Vec::new();
    for code in channel {
        let point = point(code, &read.quote);
        if !points.contains(&point) {
            points.push(point);
        }
    }
    if points.is_empty() {
        points.push(ContactPoint::Hotline);
    }
    for point in points {
        let number = number.as_deref().filter(|number| fits(number, point));
        attended(pen, read, point, (number, *attendance));
    }
}

/// A complaint line, or, where no way to reach it is named, the step that somebody takes complaints.
pub(super) fn complaint(pen: &mut Pen, read: &Read) {
    let Terms::Complaint { number } = &read.terms else {
        return;
    };
    let reached = ["电话", "热线", "信箱", "邮箱", "专线", "渠道"]
        .iter()
        .any(|word| read.quote.contains(word));
    if number.is_some() || reached {
        return attended(
            pen,
            read,
            ContactPoint::ComplaintLine,
            (number.as_deref(), None),
        );
    }
    let id = pen.id("complaint");
    let step = Step {
        id: "item-1".parse().expect("a word and a number are a name"),
        text: read.quote.trim().to_owned(),
        owner: Role::ServiceManager,
        done_by: None,
    };
    pen.add(
        id,
        read,
        Promise::Procedure(Procedure { steps: vec![step] }),
        Vec::new(),
    );
}

/// 工作时间为周一至周五8:30至17:30: the hours of every way to reach the company whose own words name none. They are no way by
/// themselves where the text names one, and are asked once: which calendar has them.
pub(super) fn settle_hours(pen: &mut Pen) {
    let Some(read) = pen.hours.take() else {
        return;
    };
    let words: String = read.quote.split_whitespace().collect();
    let own = super::convert::place(&read);
    let of_hours = |one: &Drafted| one.found.places.first() == Some(&own);
    let others: Vec<ClauseId> = pen
        .drafted
        .iter()
        .filter(|one| !of_hours(one))
        .filter_map(|one| match &one.clause.promise {
            Promise::Channel(Attendance {
                channel,
                hours: Asked::Ask(_),
                ..
            }) if is_staffed(*channel) => Some(one.clause.id.clone()),
            _ => None,
        })
        .collect();
    let drafted = pen.drafted.iter().find(|one| of_hours(one));
    let asked = drafted.and_then(|one| match &one.clause.promise {
        Promise::Channel(Attendance {
            hours: Asked::Ask(id),
            address,
            ..
        }) => Some((id.clone(), address.clone(), one.clause.id.clone())),
        _ => None,
    });
    let Some((hours, address, clause)) = asked else {
        return;
    };
    for parameter in &mut pen.plan.parameters {
        if parameter.id == hours {
            parameter.question = format!("“{words}”对应哪个日历？");
            parameter.suggested = weekdays(&words).then(|| "cn-office".to_owned());
        }
    }
    if others.is_empty() {
        return;
    }
    let mut dropped: Vec<ParameterId> = Vec::new();
    if let Asked::Ask(address) = address {
        dropped.push(address);
    }
    for one in &mut pen.drafted {
        if let Promise::Channel(attendance) = &mut one.clause.promise
            && others.contains(&one.clause.id)
        {
            if let Asked::Ask(id) = &attendance.hours {
                dropped.push(id.clone());
            }
            attendance.hours = Asked::Ask(hours.clone());
            one.found.places.push(own.clone());
        }
    }
    pen.drafted.retain(|one| one.clause.id != clause);
    pen.plan
        .parameters
        .retain(|parameter| !dropped.contains(&parameter.id));
}

/// Whether somebody has to be there.
const fn is_staffed(point: ContactPoint) -> bool {
    !matches!(
        point,
        ContactPoint::Mail | ContactPoint::Web | ContactPoint::App | ContactPoint::Fax
    )
}

/// 周一至周五, 工作日: the days of an office.
fn weekdays(words: &str) -> bool {
    [
        "周一至周五", "周一到周五", "工作日", "星期一至星期五", "周一至五", "周一-周五",
    ]
    .iter()
    .any(|days| words.contains(days))
}

fn attended(
    pen: &mut Pen,
    read: &Read,
    channel: ContactPoint,
    (number, hours): (Option<&str>, Option<Hours>),
) {
    let id = pen.id(&channel.as_str().replace('_', "-"));
    let address = match number.filter(|number| !is_blank(number)) {
        Some(number) => Asked::Known(number.trim().to_owned()),
        None => pen.ask(&id, "address", "号码或地址是什么？", AnswerKind::Text, read),
    };
    let promise = Promise::Channel(Attendance {
        channel,
        address,
        hours: attended_at(pen, &id, read, hours),
        attended_by: None,
    });
    pen.add(id, read, promise, Vec::new());
}

fn attended_at<T: std::str::FromStr>(
    pen: &mut Pen,
    id: &ClauseId,
    read: &Read,
    hours: Option<Hours>,
) -> Asked<T> {
    match hours {
        Some(Hours::Always) => "always".parse().map_or_else(
            |_| {
                pen.ask(
                    id,
                    "hours",
                    "什么时间有人值守？",
                    AnswerKind::Calendar,
                    read,
                )
            },
            Asked::Known,
        ),
        Some(Hours::Limited) | None => pen.ask(
            id,
            "hours",
            "什么时间有人值守？",
            AnswerKind::Calendar,
            read,
        ),
    }
}

/// 400-XXX-XXXX, ____: a number left to be filled in.
fn is_blank(number: &str) -> bool {
    number.contains(['X', 'x', '×', '_', '*']) && !number.contains('@')
}

fn fits(number: &str, point: ContactPoint) -> bool {
    match point {
        ContactPoint::Mail => number.contains('@'),
        ContactPoint::Hotline | ContactPoint::DutyPhone | ContactPoint::Fax => {
            !number.contains('@')
        }
        _ => false,
    }
}

fn point(code: &str, quote: &str) -> ContactPoint {
    match code {
        _ if quote.contains("投诉") => ContactPoint::ComplaintLine,
        "mail" => ContactPoint::Mail,
        "web" => ContactPoint::Web,
        "wechat" | "app" => ContactPoint::App,
        "fax" => ContactPoint::Fax,
        "chat" => ContactPoint::OnlineAdvice,
        "duty_desk" => ContactPoint::DutyPhone,
        "on_site" => ContactPoint::Outlet,
        _ => ContactPoint::Hotline,
    }
}
