//! The body of a request while it arrives. Whoever sends slowly costs the others nothing: a request that waits for its
//! sender leaves its place among those served at once, and the bodies of one address are counted.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::error::{MALFORMED, TOO_LARGE, UNAVAILABLE};
use app::{Error, Kind, Text};
use axum::body::{BodyDataStream, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::Extensions;
use futures::StreamExt as _;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout, timeout_at};

use crate::problem::Problem;
use crate::request::RequestFacts;
use crate::state::Api;

/// Requests served at once; further ones are told to come back.
const SEATS: usize = 512;
/// How long a request whose body has arrived waits for a place.
const SEATED_WITHIN: Duration = Duration::from_secs(5);
/// Bodies that arrive at once, in all and from one address.
const ARRIVING: usize = 512;
const ARRIVING_FROM_ONE: usize = 128;
/// How long the sender of a file may be silent, and how long all of it may take.
const SILENT_AT_MOST: Duration = Duration::from_secs(30);
const FILE_WITHIN: Duration = Duration::from_hours(1);

/// The places of requests that are served.
#[derive(Debug, Clone)]
pub(crate) struct Seats(Arc<Semaphore>);

/// The place of one request.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    seats: Arc<Semaphore>,
    permit: Arc<Mutex<Option<OwnedSemaphorePermit>>>,
}

/// Bodies that arrive, in all and by the address they come from.
#[derive(Debug, Default)]
pub(crate) struct Arriving(Mutex<(usize, HashMap<String, usize>)>);

/// One of them, until it is dropped.
#[derive(Debug)]
struct Room {
    api: Api,
    address: String,
}

/// Who sends a request's body.
#[derive(Debug)]
pub(crate) struct Sender {
    seat: Seat,
    room: Room,
}

/// A body that is a file.
#[derive(Debug)]
pub(crate) struct Incoming {
    sender: Sender,
    pieces: BodyDataStream,
    ends: Instant,
}

impl Default for Seats {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(SEATS)))
    }
}

impl Seats {
    /// A place, if one is free.
    pub(crate) fn take(&self) -> Result<Seat, Problem> {
        let permit = self.0.clone().try_acquire_owned().map_err(|_| busy())?;
        Ok(Seat {
            seats: self.0.clone(),
            permit: Arc::new(Mutex::new(Some(permit))),
        })
    }
}

impl Seat {
    pub(crate) fn leave(&self) {
        self.permit().take();
    }

    async fn take(&self) -> Result<(), Problem> {
        let free = timeout(SEATED_WITHIN, self.seats.clone().acquire_owned()).await;
        let permit = free.ok().and_then(Result::ok).ok_or_else(busy)?;
        *self.permit() = Some(permit);
        Ok(())
    }

    fn permit(&self) -> std::sync::MutexGuard<'_, Option<OwnedSemaphorePermit>> {
        self.permit.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Arriving {
    fn enter(&self, address: &str) -> Result<(), Problem> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, by_address) = &mut *counted;
        let own = by_address.get(address).copied().unwrap_or_default();
        if *all >= ARRIVING || own >= ARRIVING_FROM_ONE {
            return Err(busy());
        }
        *all += 1;
        by_address.insert(address.to_owned(), own + 1);
        Ok(())
    }

    fn leave(&self, address: &str) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, by_address) = &mut *counted;
        *all -= 1;
        match by_address.get_mut(address) {
            Some(own) if *own > 1 => *own -= 1,
            _ => {
                by_address.remove(address);
            }
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.api.shared.arriving.leave(&self.address);
    }
}

impl Sender {
    /// Who sends the request with these extensions; refused where too many bodies arrive already.
    pub(crate) fn of(extensions: &Extensions, api: &Api) -> Result<Self, Problem> {
        let (Some(seat), Some(facts)) =
            (extensions.get::<Seat>(), extensions.get::<RequestFacts>())
        else {
            return Err(Error::internal("the layers around a request are missing").into());
        };
        api.shared.arriving.enter(&facts.address)?;
        let room = Room {
            api: api.clone(),
            address: facts.address.clone(),
        };
        Ok(Self {
            seat: seat.clone(),
            room,
        })
    }

    /// Waits for what they send.
    pub(crate) async fn awaited<T>(self, sent: impl Future<Output = T>) -> Result<T, Problem> {
        self.seat.leave();
        let arrived = sent.await;
        drop(self.room);
        self.seat.take().await?;
        Ok(arrived)
    }
}

impl FromRequest<Api> for Incoming {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Problem> {
        Ok(Self {
            sender: Sender::of(request.extensions(), api)?,
            pieces: request.into_body().into_data_stream(),
            ends: Instant::now() + FILE_WITHIN,
        })
    }
}

impl Incoming {
    /// The next piece; nothing after the last one.
    pub(crate) async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        self.sender.seat.leave();
        let within = self.ends.min(Instant::now() + SILENT_AT_MOST);
        match timeout_at(within, self.pieces.next()).await {
            Ok(Some(Ok(piece))) => Ok(Some(piece)),
            Ok(None) => self.sender.seat.take().await.map(|()| None),
            Ok(Some(Err(_))) | Err(_) => Err(cut_off()),
        }
    }

    /// All of it, where it is at most so many bytes; `limit` says how many these are.
    pub(crate) async fn whole(
        mut self,
        most: usize,
        limit: &'static str,
    ) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.next().await? {
            if bytes.len() + piece.len() > most {
                let text = Text::from(TOO_LARGE).with("limit", limit);
                return Err(Error::new(Kind::TooLarge, text).into());
            }
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    }
}

fn busy() -> Problem {
    Error::new(Kind::Unavailable, UNAVAILABLE).into()
}

fn cut_off() -> Problem {
    let (zh, en) = ("文件不完整。", "the file was cut off.");
    let text = Text::from(MALFORMED).with_words("why", zh, en);
    Error::new(Kind::Malformed, text).into()
}
