//! Taking one step: accept, correct, split, merge, ignore, restore, write, settle.

use domain::access::Action;
use domain::ids::ReadingId;
use domain::plan::merge::NoMerge;
use domain::studio::{Delta, Place, Reading, Refused, Step, take};
use serde::Deserialize;
use serde_json::json;
use store::reading;
use store::{AuditEntry, Receipt};
use utoipa::ToSchema;

use super::upload::changed;
use super::view::{ReadingView, view};
use super::{
    NO_CUT, NO_ITEM, NO_MERGE_CONTRADICTION, NO_MERGE_FRAME, NO_MERGE_KIND, NO_MERGE_MATTER,
    NO_PROBLEM, NO_REASON, NO_WAY, NOT_APART, NOT_CHOSEN, NOT_THE_WORDS, NOT_WHOLE, TOO_MANY_ITEMS,
};
use crate::ctx::Ctx;
use crate::error::{Error, FieldError, Result};
use crate::faults;
use crate::message::Text;

/// One step of a reading.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeStep {
    #[serde(rename = "do")]
    pub step: Step,
}

/// Takes a step if the reading is still at `version`.
pub async fn step(ctx: &Ctx, id: ReadingId, version: i64, given: &TakeStep) -> Result<ReadingView> {
    ctx.permit(Action::PlanEdit)?;
    let mut tx = ctx.begin().await?;
    let mut row = reading::get(&mut tx, id).await?;
    if row.version != version {
        return Err(Error::stale());
    }
    let Some(before) = row.body.take() else {
        return Err(Error::refused(NOT_CHOSEN));
    };
    if let Step::Write {
        place: Some(place), ..
    } = &given.step
    {
        written_there(&row.text, place)?;
    }
    let after = take(&before, &given.step, &ctx.actor.name, ctx.now())
        .map_err(|why| refusal(&before, why))?;
    if after == before {
        row.body = Some(before);
        let answer = view(ctx, &mut tx, row).await?;
        tx.unchanged().await?;
        return Ok(answer);
    }
    let (back, forth) = (
        Delta::between(&after, &before),
        Delta::between(&before, &after),
    );
    let word = given.step.word();
    reading::push_step(&mut tx, id, word, (&back, &forth), &ctx.actor.name).await?;
    row.body = Some(after);
    reading::update(&mut tx, &row).await?;
    row.version += 1;
    let entry = AuditEntry::new("reading.step", "reading", id)
        .detail(json!({ "step": serde_json::to_value(&given.step).map_err(Error::internal)? }));
    let answer = view(ctx, &mut tx, row).await?;
    ctx.finish(tx, Receipt::new(entry).event(changed(id)), answer)
        .await
}

/// Whether the words somebody chose stand in the text where they say.
fn written_there(text: &str, place: &Place) -> Result<()> {
    let words = text
        .chars()
        .skip(place.from as usize)
        .take(place.to.saturating_sub(place.from) as usize);
    if !place.quote.trim().is_empty() && words.eq(place.quote.chars()) {
        Ok(())
    } else {
        Err(Error::field("/do/place", NOT_THE_WORDS))
    }
}

fn refusal(reading: &Reading, why: Refused) -> Error {
    // People count what they see; the numbers within the reading count what was split and merged too.
    let numbered = |message, no: u32| {
        let number = reading.shown().position(|item| item.no == no);
        let number = number.map_or_else(|| "？".to_owned(), |at| (at + 1).to_string());
        Error::refused(Text::from(message).with("number", number))
    };
    match why {
        Refused::NoItem(_) => Error::refused(NO_ITEM),
        Refused::NotWhole(no) => numbered(NOT_WHOLE, no),
        Refused::NoCut(no) => numbered(NO_CUT, no),
        Refused::Faults(faults) => Error::fields(faults.iter().map(field).collect()),
        Refused::NoMerge(NoMerge::Kind) => Error::refused(NO_MERGE_KIND),
        Refused::NoMerge(NoMerge::Matter) => Error::refused(NO_MERGE_MATTER),
        Refused::NoMerge(NoMerge::Contradiction) => Error::refused(NO_MERGE_CONTRADICTION),
        Refused::NoMerge(NoMerge::Frame) => Error::refused(NO_MERGE_FRAME),
        Refused::NoReason => Error::field("/do/reason", NO_REASON),
        Refused::NoProblem => Error::refused(NO_PROBLEM),
        Refused::NoWay => Error::refused(NO_WAY),
        Refused::NotApart => Error::refused(NOT_APART),
        Refused::TooMany => Error::refused(TOO_MANY_ITEMS),
    }
}

/// A fault of the clause that was sent: `/clauses/7/heading` of the plan to be is `/do/clause/heading` of the step.
fn field(fault: &domain::plan::validate::Fault) -> FieldError {
    let inside = fault.pointer.splitn(4, '/').nth(3).unwrap_or_default();
    FieldError {
        pointer: format!("/do/clause/{inside}"),
        text: faults::text(fault),
    }
}
