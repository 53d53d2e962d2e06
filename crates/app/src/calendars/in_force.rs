//! The calendars by which clocks are computed now.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use domain::calendar::{BUILTIN_NAMES, Calendar, CalendarSpec, HolidayTable, HolidayYear, builtin};
use domain::legal::LegalRow;
use domain::obligation::Calendars;
use domain::slug::CalendarName;
use serde::{Deserialize, Serialize};
use store::Conn;
use store::calendar::{self, CalendarDocument, Kind};

use super::view::find;
use crate::error::{Error, Result};

/// Sets of documents whose compiled calendars are kept: compiling a century takes milliseconds, reading documents none.
const KEPT_SETS: usize = 4;

/// Everything a deadline may rest on: public holidays and calendars, specified and compiled. Cheap to clone.
#[derive(Debug, Clone)]
pub struct CalendarSet {
    pub calendars: Calendars,
    pub holidays: Arc<HolidayTable>,
    pub(super) documents: Arc<Vec<CalendarDocument>>,
}

impl CalendarSet {
    /// What people call a calendar.
    pub(super) fn title(&self, name: &CalendarName) -> String {
        let own = find(&self.documents, name.as_str())
            .and_then(|document| serde_json::from_str::<CalendarSpec>(&document.body).ok());
        let spec = own.or_else(|| builtin(name.as_str()));
        spec.and_then(|spec| spec.name)
            .unwrap_or_else(|| name.to_string())
    }
}

/// Announced holidays as they were imported.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "format", content = "data", rename_all = "snake_case")]
pub(super) enum Announced {
    Csv(String),
    Json(HolidayYear),
}

impl Announced {
    /// Takes the announcement over and returns the years now published.
    pub(super) fn import(
        &self,
        table: &mut HolidayTable,
    ) -> Result<Vec<i16>, domain::calendar::HolidayError> {
        match self {
            Self::Csv(text) => table.import_csv(text),
            Self::Json(year) => table.import_year(year).map(|()| vec![year.year]),
        }
    }
}

static KEPT: LazyLock<Mutex<Vec<CalendarSet>>> = LazyLock::new(Mutex::default);

/// The calendars in force; asks no permission. One statement, and compiled only when a document changed.
pub async fn in_force(conn: &mut Conn) -> Result<CalendarSet> {
    let documents = calendar::all(conn).await?;
    known_or_compiled(documents)
}

/// The names of the calendars in force; asks no permission.
pub(crate) async fn names(conn: &mut Conn) -> Result<BTreeSet<CalendarName>> {
    let set = in_force(conn).await?;
    Ok(set.calendars.iter().map(|(name, _)| name.clone()).collect())
}

/// What every clock and every warranty rests on besides its plan: calendars, holidays and the law. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    pub(crate) calendars: Calendars,
    pub(crate) law: Cow<'static, [LegalRow]>,
}

impl Rules {
    /// The calendars in force and the rows of the law on file, in one statement; asks no permission.
    pub(crate) async fn load(conn: &mut Conn) -> Result<Self> {
        let (documents, law) = calendar::all_with(conn, crate::plans::LAW).await?;
        let law = law.map(|text| serde_json::from_str(&text)).transpose();
        let law = crate::plans::law_of(law.map_err(Error::internal)?.flatten());
        Ok(Self {
            calendars: known_or_compiled(documents)?.calendars,
            law,
        })
    }
}

/// The calendars as they were after documents had been written `revision` times; asks no permission.
pub(crate) async fn in_force_at(conn: &mut Conn, revision: i64) -> Result<CalendarSet> {
    if calendar::revision(conn).await? <= revision {
        return in_force(conn).await;
    }
    let documents = calendar::all_at(conn, revision).await?;
    known_or_compiled(documents)
}

fn known_or_compiled(documents: Vec<CalendarDocument>) -> Result<CalendarSet> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.iter().find(|set| *set.documents == documents) {
        return Ok(known.clone());
    }
    let compiled = compile(documents)?;
    if kept.len() >= KEPT_SETS {
        kept.remove(0);
    }
    kept.push(compiled.clone());
    Ok(compiled)
}

fn compile(documents: Vec<CalendarDocument>) -> Result<CalendarSet> {
    let holidays = holidays(&documents)?;
    let tables = [holidays];
    let mut calendars = Calendars::default();
    for name in BUILTIN_NAMES {
        let spec = builtin(name).expect("every built-in name has a calendar");
        keep(&mut calendars, name, &spec, &tables)?;
    }
    for document in documents
        .iter()
        .filter(|document| document.kind == Kind::Calendar)
    {
        let spec = serde_json::from_str(&document.body).map_err(Error::internal)?;
        keep(&mut calendars, &document.name, &spec, &tables)?;
    }
    let [holidays] = tables;
    Ok(CalendarSet {
        calendars,
        holidays: Arc::new(holidays),
        documents: Arc::new(documents),
    })
}

fn keep(
    calendars: &mut Calendars,
    name: &str,
    spec: &CalendarSpec,
    tables: &[HolidayTable],
) -> Result<()> {
    let calendar = Calendar::compile(spec, tables)
        .map_err(|fault| Error::internal(format!("calendar {name}: {fault}")))?;
    calendars.keep(name.parse().map_err(Error::internal)?, calendar);
    Ok(())
}

/// The shipped table of holidays with every announcement since, in the order they came.
pub(super) fn holidays(documents: &[CalendarDocument]) -> Result<HolidayTable> {
    let mut table = HolidayTable::china();
    for document in documents
        .iter()
        .filter(|document| document.kind == Kind::Holidays)
    {
        let announced: Announced = serde_json::from_str(&document.body).map_err(Error::internal)?;
        announced.import(&mut table).map_err(Error::internal)?;
    }
    Ok(table)
}
