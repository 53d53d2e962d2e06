//! From bytes to items: the text of a file, the plans in it, and the chosen one as a reading.

use documents::text::{Unreadable, extract};
use domain::studio::{
    Item, ItemState, MAX_ITEMS, Noted, Open, OpenBecause, Origin, Piece, Place, Reading, Severity,
    Way,
};
use reader::draft::{self, Draft, draft};
use reader::reading as found;
use reader::{Refusal, check};

use super::returned::{Returned, returned};
use super::{
    FILE_BROKEN, FILE_EMPTY, FILE_ENCRYPTED, FILE_EXPANDS, FILE_NOT_TEXT, FILE_OLD_WORD,
    FILE_SCANNED, FILE_TOO_LARGE, NO_PROMISE, NOT_CHINESE, TOO_MANY_ITEMS,
};
use crate::error::{Error, Result};
use crate::message::Message;
use crate::plans::cells::{Tables, say_headings};

/// What was read from a file.
pub(super) struct Read {
    /// Its text.
    pub text: String,
    /// The plans in it.
    pub plans: Vec<found::Plan>,
    /// The plan it was printed from, if most of it still says that plan's words.
    pub returned: Option<Returned>,
}

/// The text of a file and the plans in it. Work for a thread that may block.
pub(super) fn read(bytes: &[u8]) -> Result<Read> {
    let text = extract(bytes).map_err(|why| unreadable(&why))?;
    // The database cannot hold NUL, and no sentence needs it.
    let text = text.replace('\0', " ");
    check(&text).map_err(|why| match why {
        Refusal::Empty => Error::refused(FILE_EMPTY),
        Refusal::NotChinese => Error::refused(NOT_CHINESE),
        Refusal::TooLong => Error::refused(FILE_TOO_LARGE),
    })?;
    let plans = reader::read(&text).plans;
    let returned = returned(bytes, &text);
    if plans
        .iter()
        .any(|plan| plan.clauses.len() + plan.unread.len() > MAX_ITEMS)
    {
        return Err(Error::refused(TOO_MANY_ITEMS));
    }
    if plans.is_empty() && returned.is_none() {
        return Err(Error::refused(NO_PROMISE));
    }
    Ok(Read {
        text,
        plans,
        returned,
    })
}

/// The plans in a text that was read before. A long one would keep a thread of the server from everybody else.
pub(super) async fn plans(text: String) -> Result<Vec<found::Plan>> {
    tokio::task::spawn_blocking(move || reader::read(&text).plans)
        .await
        .map_err(Error::internal)
}

impl Read {
    /// What the plan is called, where there is only one or the first of several.
    pub(super) fn title(&self) -> Option<&str> {
        let found = self.plans.first().map(|plan| plan.title.as_str());
        self.returned
            .as_ref()
            .map_or(found, |returned| Some(returned.title.as_str()))
    }

    /// The reading, unless several plans are there to choose from.
    pub(super) fn only(&self, hash: &str) -> Option<Reading> {
        if let Some(returned) = &self.returned {
            let mut reading = returned.reading(&self.text, hash);
            for plan in &self.plans {
                let told = plan.problems.iter().zip(noted(&self.text, plan));
                let of_words = told.filter(|(problem, _)| is_of_words_alone(problem.kind));
                reading.noted.extend(of_words.map(|(_, noted)| noted));
            }
            for (no, noted) in (1..).zip(&mut reading.noted) {
                noted.no = no;
            }
            return Some(reading);
        }
        match &self.plans[..] {
            [plan] => Some(reading(&self.text, plan, hash)),
            _ => None,
        }
    }
}

/// Whether what the reader found wrong holds of a printed plan that comes back: typed clauses cannot show it. Its
/// contradictions and gaps are judged by the clauses themselves.
pub const fn is_of_words_alone(kind: found::ProblemKind) -> bool {
    use found::ProblemKind::{ForbiddenPhrase, Unmeasurable};
    matches!(kind, Unmeasurable | ForbiddenPhrase)
}

fn unreadable(why: &Unreadable) -> Error {
    Error::refused(why_unreadable(why))
}

/// Why a document gives no text, and what to do.
pub fn why_unreadable(why: &Unreadable) -> &'static Message {
    match why {
        Unreadable::Empty => FILE_EMPTY,
        Unreadable::TooLarge(_) => FILE_TOO_LARGE,
        Unreadable::Encrypted => FILE_ENCRYPTED,
        Unreadable::Expands => FILE_EXPANDS,
        Unreadable::OldWord => FILE_OLD_WORD,
        Unreadable::Broken(_) => FILE_BROKEN,
        Unreadable::NoTextLayer => FILE_SCANNED,
        Unreadable::NotText => FILE_NOT_TEXT,
    }
}

/// The reading of one plan, before anybody looked at it.
pub(super) fn reading(text: &str, plan: &found::Plan, hash: &str) -> Reading {
    let mut draft = draft(plan, "", hash);
    say_headings(&Tables::of(text), &mut draft);
    let Draft {
        plan: mut frame,
        found,
        untyped,
    } = draft;
    let clauses = std::mem::take(&mut frame.clauses);
    let mut items: Vec<Item> = clauses
        .into_iter()
        .zip(found)
        .map(|(clause, found)| Item {
            no: 0,
            origin: Origin::Found,
            state: ItemState::Open,
            places: found.places.iter().map(place).collect(),
            confidence: found.confidence,
            clause: Some(clause),
            open: found.open.iter().map(open).collect(),
            pieces: found.pieces.into_iter().map(piece).collect(),
            mark: None,
            change: None,
        })
        .collect();
    let unread = plan.unread.iter().map(|one| Place {
        quote: one.quote.clone(),
        from: offset(one.span.0),
        to: offset(one.span.1),
    });
    items.extend(unread.chain(untyped.iter().map(place)).map(by_hand));
    items.sort_by_key(|item| item.places.first().map_or(u32::MAX, |place| place.from));
    for (no, item) in (1..).zip(&mut items) {
        item.no = no;
    }
    Reading {
        frame,
        items,
        noted: noted(text, plan),
    }
}

pub(super) fn by_hand(place: Place) -> Item {
    Item {
        no: 0,
        origin: Origin::Unread,
        state: ItemState::Open,
        places: vec![place],
        confidence: 0,
        clause: None,
        open: Vec::new(),
        pieces: Vec::new(),
        mark: None,
        change: None,
    }
}

fn noted(text: &str, plan: &found::Plan) -> Vec<Noted> {
    let chars: Vec<char> = text.chars().collect();
    let quote = |span: &found::Span| Place {
        quote: chars
            .get(span.0..span.1.min(chars.len()))
            .unwrap_or_default()
            .iter()
            .collect(),
        from: offset(span.0),
        to: offset(span.1),
    };
    (1..)
        .zip(&plan.problems)
        .map(|(no, problem)| Noted {
            no,
            severity: match problem.severity {
                found::Severity::Hard => Severity::Hard,
                found::Severity::Soft => Severity::Soft,
                found::Severity::Law => Severity::Law,
            },
            kind: word(problem.kind).to_owned(),
            places: problem.spans.iter().map(quote).collect(),
            says: problem.says.clone(),
            says_en: Some(problem.says_en.clone()),
            proposed: match problem.settlement {
                found::Settlement::StricterGoverns => Way::Stricter,
                found::Settlement::ContractGoverns => Way::Agreement,
                found::Settlement::DifferentScope => Way::DifferentScope,
                found::Settlement::LawGoverns => Way::Law,
                found::Settlement::Ask => Way::Ask,
            },
            settled: None,
        })
        .collect()
}

const fn word(kind: found::ProblemKind) -> &'static str {
    match kind {
        found::ProblemKind::Contradiction => "contradiction",
        found::ProblemKind::Gap => "gap",
        found::ProblemKind::Unmeasurable => "unmeasurable",
        found::ProblemKind::BelowLegalFloor => "below_legal_floor",
        found::ProblemKind::ForbiddenPhrase => "forbidden_phrase",
        found::ProblemKind::Blank => "blank",
        found::ProblemKind::AttendanceMismatch => "attendance_mismatch",
    }
}

fn place(place: &draft::Place) -> Place {
    Place {
        quote: place.quote.clone(),
        from: offset(place.span.0),
        to: offset(place.span.1),
    }
}

fn piece(piece: draft::Piece) -> Piece {
    Piece {
        place: place(&piece.place),
        confidence: piece.confidence,
        clause: piece.clause,
    }
}

fn open(open: &draft::Open) -> Open {
    Open {
        pointer: open.pointer.clone(),
        why: match open.why {
            draft::OpenBecause::Missing => OpenBecause::Missing,
            draft::OpenBecause::Unsaid => OpenBecause::Unsaid,
        },
    }
}

/// A text has at most three million characters.
pub(super) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
