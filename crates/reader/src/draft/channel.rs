//! Where the service is reached.

use domain::access::Role;
use domain::plan::clauses::channel::{Attendance, ContactPoint};
use domain::plan::clauses::procedure::{Procedure, Step};
use domain::plan::document::AnswerKind;
use domain::plan::{Asked, Promise};
use domain::slug::ClauseId;

use super::convert::Pen;
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
