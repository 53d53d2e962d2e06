//! Live changes as server-sent events.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::events::Recorded;
use app::{Ctx, Error};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use domain::ids::PersonId;
use futures::Stream;
use jiff::SignedDuration;
use serde_json::json;
use tokio::sync::{mpsc, watch};
use tokio_stream::wrappers::ReceiverStream;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::extract::{Caller, Token};
use crate::problem::Result;
use crate::state::Api;

const MAX_STREAMS: usize = 2_000;
const MAX_STREAMS_PER_PERSON: usize = 10;
const HEARTBEAT: Duration = Duration::from_secs(20);
/// Without a ring of the bell the outbox is looked at this often, and the session checked.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// Events waiting for a slow reader; further ones wait in the database.
const QUEUE: usize = 32;

pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(follow))
}

/// Open streams, counted per person.
#[derive(Debug)]
pub(crate) struct Streams {
    open: Arc<Mutex<HashMap<PersonId, usize>>>,
    closing: watch::Sender<bool>,
}

impl Default for Streams {
    fn default() -> Self {
        Self {
            open: Arc::default(),
            closing: watch::Sender::new(false),
        }
    }
}

/// One open stream; dropping it frees its place.
#[derive(Debug)]
struct Place {
    open: Arc<Mutex<HashMap<PersonId, usize>>>,
    person: PersonId,
}

impl Streams {
    /// Ends all streams, so that the server can stop.
    pub(crate) fn close(&self) {
        self.closing.send_replace(true);
    }

    fn enter(&self, person: PersonId) -> Result<Place, Error> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let own = open.get(&person).copied().unwrap_or_default();
        if own >= MAX_STREAMS_PER_PERSON || open.values().sum::<usize>() >= MAX_STREAMS {
            return Err(Error::too_often(SignedDuration::from_secs(60)));
        }
        open.insert(person, own + 1);
        Ok(Place {
            open: self.open.clone(),
            person,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.person) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.person);
            }
        }
    }
}

/// Follow changes inside one's scope. Each event names its topic and subject; read the subject to see it.
/// `Last-Event-ID` resumes after the event last seen.
#[utoipa::path(get, path = "/api/events", operation_id = "follow_events", tag = "events",
    responses((status = 200, description = "A stream of events", body = String, content_type = "text/event-stream")))]
async fn follow(
    Caller(ctx): Caller,
    Token(token): Token,
    State(api): State<Api>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>> {
    let last_seen = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let start = app::events::start(&ctx, last_seen).await?;
    let place = api.shared.streams.enter(ctx.person())?;
    let closing = api.shared.streams.closing.subscribe();
    let (sender, receiver) = mpsc::channel(QUEUE);
    tokio::spawn(async move {
        let _place = place;
        pump(ctx, &token, start, &sender, closing).await;
    });
    Ok(Sse::new(ReceiverStream::new(receiver)).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}

/// Sends events until the reader goes away, the session ends or the server stops.
async fn pump(
    mut ctx: Ctx,
    token: &str,
    mut reached: app::events::Cursor,
    sender: &mpsc::Sender<Result<Event, Infallible>>,
    mut closing: watch::Receiver<bool>,
) {
    let mut bell = ctx.app.db.wake().subscribe();
    loop {
        // Roles and place may have changed since, and the session may have ended.
        let Ok((actor, _)) = app::account::authenticate(&ctx.app, token).await else {
            return;
        };
        ctx.actor = actor;
        loop {
            let Ok(step) = app::events::after(&ctx, reached).await else {
                return;
            };
            if step.reached == reached {
                break;
            }
            reached = step.reached;
            for recorded in step.events {
                let Recorded { event, at, cursor } = recorded;
                let data = json!({ "topic": event.topic, "id": event.subject, "at": at });
                // One kind of event for all topics: a browser hears only those kinds it names beforehand.
                let event = Event::default().id(cursor.to_string()).data(data.to_string());
                if sender.send(Ok(event)).await.is_err() {
                    return;
                }
            }
        }
        tokio::select! {
            rung = tokio::time::timeout(LOOK_EVERY, bell.changed()) => if let Ok(Err(_)) = rung { return },
            () = sender.closed() => return,
            _ = closing.wait_for(|closing| *closing) => return,
        }
    }
}
