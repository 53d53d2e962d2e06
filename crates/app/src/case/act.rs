//! One action on a case.

use domain::case::{self as rules, Action, Command, Decision, Evidence, What};
use domain::ids::CaseId;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use store::case::{self, Part};
use store::{AuditEntry, Event, Receipt, Tx};

use super::assign::can_work;
use super::named::known;
use super::open::{Opened, to_millisecond};
use super::refresh;
use super::say::{AGREED_TOO_FAR, Asked, refusal_under};
use super::view::{CaseView, view};
use super::{entitlement, remedies, repairs};
use crate::check::{Checks, UNKNOWN_REFERENCE};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::files;

const MAX_NOTE: usize = 40_000;
const MAX_EVIDENCE: usize = 50;
const MAX_CREW: usize = 20;
const MAX_LINE: usize = 200;
/// A visit is agreed on for so long ahead at most: what lies farther is a slip of the pen.
const FARTHEST_VISIT: SignedDuration = SignedDuration::from_hours(366 * 24);
const MAX_LATITUDE_MICRO: u32 = 90_000_000;
const MAX_LONGITUDE_MICRO: u32 = 180_000_000;

crate::messages! {
    NO_SIGNATURE = "no-signature", "这个文件不是签字：请在屏幕上签名，或上传 PNG、JPEG、WebP 图片或 PDF。",
        "This file is no signature: sign on the screen, or upload a PNG, JPEG or WebP picture, or a PDF.";
    NO_PLACE = "no-place", "没有这个位置：纬度在 ±90 度、经度在 ±180 度之内，以百万分之一度为单位。",
        "There is no such place: write latitude within ±90 and longitude within ±180 degrees, in millionths of a degree.";
}

/// Takes an action. The same action again changes nothing and is no error.
pub async fn act(ctx: &Ctx, id: CaseId, version: i64, command: Command) -> Result<CaseView> {
    let scope = ctx.permit(command.action().permission())?;
    let command = checked(command, ctx.now())?;
    let mut tx = ctx.begin().await?;
    let mut opened = Opened::to_change(&mut tx, id, &scope).await?;
    let now = to_millisecond(tx.at());
    let situation = opened.situation(now);
    let decision = rules::decide(&opened.basis.plan, &situation, &opened.facts, &command, now);
    let (at, fact) = match decision.map_err(|obstacles| {
        refusal_under(
            &opened.basis.plan,
            &obstacles,
            Asked::Command(&command),
            ctx.language,
        )
    })? {
        Decision::Fact { at, fact } => (at, fact),
        Decision::Unchanged => {
            tx.unchanged().await?;
            return super::view::get(ctx, id).await;
        }
    };
    if opened.row.version != version {
        return Err(Error::stale());
    }
    known_names(&opened, &command)?;
    known_references(ctx, &mut tx, &opened, &command).await?;
    let said = entitlement::said(&opened.facts);
    let event = opened.add(ctx, at, fact);
    case::append(&mut tx, id, std::slice::from_ref(&event)).await?;
    opened.thaw(&mut tx).await?;
    let mut rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    if let Some(hidden) = rules::hides_breach(&event, &situation.obligations, &rows)
        && ctx.may(Action::Excuse.permission()).is_err()
    {
        return Err(refusal_under(
            &opened.basis.plan,
            &[hidden],
            Asked::Command(&command),
            ctx.language,
        ));
    }
    if remedies::raise(&ctx.app, &mut tx, &mut opened, &rows, now).await? {
        rows = refresh::read_off(&opened.basis, &mut opened.row, &opened.facts, now)?;
    }
    refresh::keep(&mut tx, &mut opened, &rows).await?;
    let judged = entitlement::follow(ctx, &mut tx, &opened, said, &command.note).await?;
    if let What::AssignCrew { crew } = &command.what {
        case::set_part(&mut tx, &opened.row, Part::Crew, crew).await?;
    }
    let action = command.action();
    let receipt = repairs::follow(
        &mut tx,
        receipt(&opened, action, &event.id.to_string(), &command),
        &opened,
    )
    .await?;
    let receipt = judged.into_iter().fold(receipt, Receipt::audit);
    let receipt = refresh::alarm(receipt, &opened.row, &rows, now);
    let answer = view(ctx, &mut tx, opened).await?;
    ctx.finish(tx, receipt, answer).await
}

fn receipt(opened: &Opened, action: Action, event: &str, command: &Command) -> Receipt {
    let id = opened.row.id;
    let mut detail = json!({ "fact": event, "note": command.note });
    if let What::Close {
        not_owed,
        nothing_done,
    } = &command.what
    {
        detail["not_owed"] = json!(not_owed);
        detail["nothing_done"] = json!(nothing_done);
    }
    let entry = AuditEntry::new(format!("case.{action}"), "case", id).detail(detail);
    Receipt::new(entry).event(changed(&opened.row, action.as_str()))
}

/// The event that open pages follow.
pub(super) fn changed(row: &case::CaseRow, action: &str) -> Event {
    let payload = json!({ "number": row.number, "action": action });
    let event = Event::new("case.changed", row.id, payload).branch(row.branch);
    let event = match row.customer {
        Some(customer) => event.customer(customer),
        None => event,
    };
    match row.owner {
        Some(owner) => event.person(owner),
        None => event,
    }
}

/// Lengths and characters; what the words mean is the domain's business.
fn checked(mut command: Command, now: Timestamp) -> Result<Command> {
    let mut checks = Checks::new();
    command.note = checks.lines("/note", &command.note, MAX_NOTE);
    command.at = command.at.map(to_millisecond);
    checks.at_most("/evidence", &command.evidence, MAX_EVIDENCE);
    for (index, proof) in command.evidence.iter_mut().enumerate() {
        let at = |field: &str| format!("/evidence/{index}/{field}");
        match proof {
            Evidence::Call { phone } => {
                *phone = match checks.phone(&at("phone"), phone) {
                    Some(number) => number,
                    None => checks.name(&at("phone"), phone, MAX_LINE),
                };
            }
            Evidence::Mail { address } => {
                *address = match checks.mail(&at("address"), address) {
                    Some(address) => address,
                    None => checks.name(&at("address"), address, MAX_LINE),
                };
            }
            Evidence::Signature { signer, .. } => {
                *signer = checks.name(&at("signer"), signer, MAX_LINE);
            }
            Evidence::Word { said } => {
                *said = checks.lines(&at("said"), said, MAX_NOTE);
                if said.trim().is_empty() {
                    checks.wrong(at("said"), crate::check::REQUIRED);
                }
            }
            Evidence::CheckIn {
                latitude_micro,
                longitude_micro,
            } => {
                if latitude_micro.unsigned_abs() > MAX_LATITUDE_MICRO {
                    checks.wrong(at("latitude_micro"), NO_PLACE);
                }
                if longitude_micro.unsigned_abs() > MAX_LONGITUDE_MICRO {
                    checks.wrong(at("longitude_micro"), NO_PLACE);
                }
            }
            Evidence::File { .. } => {}
        }
    }
    match &mut command.what {
        What::AssignCrew { crew } => {
            checks.at_most("/do/crew", crew, MAX_CREW);
            crew.sort_unstable();
            crew.dedup();
        }
        What::AgreeVisit { agreed_at } => {
            *agreed_at = to_millisecond(*agreed_at);
            if *agreed_at > now.saturating_add(FARTHEST_VISIT).unwrap_or(now) {
                checks.wrong("/do/agreed_at", AGREED_TOO_FAR);
            }
        }
        What::Close { not_owed, .. } => {
            *not_owed = checks.lines("/do/not_owed", not_owed, MAX_NOTE);
        }
        What::CorrectTime { to, .. } => *to = to_millisecond(*to),
        _ => {}
    }
    checks.done()?;
    Ok(command)
}

/// Whether a proof must be something a signature can be seen on: a file in place of one is a scan of the signed paper.
const fn shows_signature(command: &Command, proof: &Evidence) -> bool {
    matches!(proof, Evidence::Signature { .. }) || matches!(command.action(), Action::Sign)
}

/// What the case is now said to be about has a name in its plan.
fn known_names(opened: &Opened, command: &Command) -> Result<()> {
    let What::ChangeContext {
        question,
        region,
        service_level,
        ..
    } = &command.what
    else {
        return Ok(());
    };
    let mut checks = Checks::new();
    let plan = opened.basis.plan.plan();
    let (asked, regions) = (&plan.question_types, &plan.regions);
    known(&mut checks, "/do/question", asked, question.as_ref());
    known(&mut checks, "/do/region", regions, region.as_ref());
    let (levels, level) = (&plan.service_levels, service_level.as_ref());
    known(&mut checks, "/do/service_level", levels, level);
    checks.done()
}

/// Files and people named in the body must be there: files attached to this case, people of its branch or below. A
/// signature is a picture or a PDF by what the file holds, whatever its sender called it.
async fn known_references(
    ctx: &Ctx,
    tx: &mut Tx,
    opened: &Opened,
    command: &Command,
) -> Result<()> {
    let attached =
        store::attachment::of_subject(tx, super::SUBJECT, &opened.row.id.to_string()).await?;
    let mut checks = Checks::new();
    for (index, proof) in command.evidence.iter().enumerate() {
        let (Evidence::File { file } | Evidence::Signature { file, .. }) = proof else {
            continue;
        };
        let at = format!("/evidence/{index}/file");
        let known = attached.iter().find(|known| known.id == file.to_string());
        match known {
            None => checks.wrong(at, UNKNOWN_REFERENCE),
            Some(known) if shows_signature(command, proof) => {
                if !files::is_picture_or_pdf(&files::head(ctx, &known.hash).await?) {
                    checks.wrong(at, NO_SIGNATURE);
                }
            }
            Some(_) => {}
        }
    }
    if let What::AssignCrew { crew } = &command.what {
        for (index, person) in crew.iter().enumerate() {
            if !can_work(tx, *person, opened.row.branch).await? {
                checks.wrong(format!("/do/crew/{index}"), UNKNOWN_REFERENCE);
            }
        }
    }
    checks.done()
}
