//! Makes findable what an older program wrote without an entry in the index, or with less in it than now.

use std::collections::BTreeMap;

use domain::ids::AgreementId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::job::Claim;
use store::search::{self as index, Document, RECIPE, Source};
use store::{AuditEntry, Conn, Receipt, Scope, Timer, Tx};
use store::{agreement, case, customer, person, product, setting, unit};

use crate::ctx::App;
use crate::customers::index::{contact_document, document as customer_document};
use crate::error::{Error, Result};
use crate::units::index::document as unit_document;
use crate::work::{ALL, SERVICE};

/// The job that does so, step by step, after a new program knows more to find things by.
pub const FILL: &str = "search.fill";
/// Things of one step: SQLite's one writer is held for some ten milliseconds.
const STEP: u32 = 200;
/// Where the recipe that everything was written with is noted.
const SETTING: &str = "search";

/// What the index as a whole was written with.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Written {
    recipe: i64,
}

/// Things to write, of one source.
struct Batch {
    source: Source,
    ids: Vec<String>,
}

/// What is written for them.
enum Found {
    Documents(Vec<Document>),
    Units(Vec<unit::Unit>, Vec<Document>),
    People(Vec<person::Person>),
    Products(Vec<product::Product>),
}

/// Whether there is anything that may not have been written by this program.
pub(crate) async fn is_due(conn: &mut Conn) -> Result<bool> {
    let (written, _): (Written, i64) = setting::get(conn, SETTING).await?;
    Ok(written.recipe < RECIPE)
}

/// Writes the next things, and comes again for those behind them. What a step wrote stays when the program is killed;
/// a step that runs twice changes nothing.
pub async fn fill(app: &App, claim: Claim) -> Result<()> {
    let mut read = app.db.read().await?;
    let Some(batch) = next(&mut read, &claim.mark).await? else {
        drop(read);
        return end(app, claim).await;
    };
    let found = load(&mut read, &batch).await?;
    drop(read);
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    write(&mut tx, &found).await?;
    let mark = format!(
        "{}:{}",
        batch.source.as_str(),
        batch.ids.last().map_or("", String::as_str)
    );
    let timer = Timer {
        kind: FILL.to_owned(),
        subject: ALL.to_owned(),
        mark,
        run_at: app.now(),
    };
    let entry = AuditEntry::new(FILL, "job", ALL)
        .detail(json!({ "of": batch.source.as_str(), "count": batch.ids.len() }));
    Ok(tx
        .finish(Receipt::new(entry).completes(claim).timer(timer))
        .await?)
}

/// Notes that everything is written, so that the next start does not begin again.
async fn end(app: &App, claim: Claim) -> Result<()> {
    let mut tx = app.db.begin(app.origin(SERVICE)).await?;
    let (_, version): (Written, i64) = setting::get(&mut tx, SETTING).await?;
    setting::set(
        &mut tx,
        SETTING,
        &json!(Written { recipe: RECIPE }),
        version,
    )
    .await?;
    let entry = AuditEntry::new(FILL, "job", ALL).detail(json!({ "recipe": RECIPE }));
    Ok(tx.finish(Receipt::new(entry).completes(claim)).await?)
}

/// The things behind a mark, which is a source and an id, or empty for the beginning.
async fn next(conn: &mut Conn, mark: &str) -> Result<Option<Batch>> {
    let (named, mut after) = mark.split_once(':').unwrap_or_default();
    let begun = Source::ALL
        .iter()
        .position(|source| source.as_str() == named);
    for source in &Source::ALL[begun.unwrap_or(0)..] {
        let ids = index::ids_after(conn, *source, after, STEP).await?;
        if !ids.is_empty() {
            return Ok(Some(Batch {
                source: *source,
                ids,
            }));
        }
        after = "";
    }
    Ok(None)
}

async fn load(conn: &mut Conn, batch: &Batch) -> Result<Found> {
    let ids = &batch.ids;
    Ok(match batch.source {
        Source::Customer => Found::Documents(of_customers(conn, ids).await?),
        Source::Unit => of_units(conn, ids).await?,
        Source::Agreement => Found::Documents(of_agreements(conn, ids).await?),
        Source::Case => {
            let rows = case::by_ids(conn, ids, &Scope::All).await?;
            Found::Documents(rows.iter().map(case::found_by).collect())
        }
        Source::Person => Found::People(person::by_ids(conn, ids).await?),
        Source::Product => Found::Products(product::by_ids(conn, ids).await?),
    })
}

async fn write(tx: &mut Tx, found: &Found) -> Result<()> {
    match found {
        Found::Documents(documents) => {
            index::fill(tx, documents).await?;
        }
        Found::Units(units, documents) => {
            unit::set_serial_keys(tx, units).await?;
            index::fill(tx, documents).await?;
        }
        Found::People(people) => person::set_find_keys(tx, people).await?,
        Found::Products(products) => product::set_find_keys(tx, products).await?,
    }
    Ok(())
}

/// Customers, and each of their contacts by itself.
async fn of_customers(conn: &mut Conn, ids: &[String]) -> Result<Vec<Document>> {
    let rows = customer::by_ids(conn, ids, &Scope::All).await?;
    let mut sites = grouped(customer::sites_of(conn, ids).await?, |site| site.customer);
    let mut contacts = grouped(customer::contacts_of(conn, ids).await?, |contact| {
        contact.customer
    });
    let mut documents = Vec::new();
    for row in &rows {
        let sites = sites.remove(&row.id).unwrap_or_default();
        let contacts = contacts.remove(&row.id).unwrap_or_default();
        documents.push(customer_document(row, &sites, &contacts));
        let each = contacts.iter();
        documents.extend(each.map(|contact| contact_document(row, contact)));
    }
    Ok(documents)
}

/// Units, which also learn what their serial numbers are compared by.
async fn of_units(conn: &mut Conn, ids: &[String]) -> Result<Found> {
    let rows = unit::by_ids(conn, ids, &Scope::All).await?;
    let documents = documents_of(conn, ids, &rows).await?;
    Ok(Found::Units(rows, documents))
}

/// Units as they are found, with the parts they have.
pub(super) async fn documents_of(
    conn: &mut Conn,
    ids: &[String],
    units: &[unit::Unit],
) -> Result<Vec<Document>> {
    let components = unit::components_of(conn, ids).await?;
    let mut components = grouped(components, |component| component.unit);
    let document =
        |unit: &unit::Unit| unit_document(unit, &components.remove(&unit.id).unwrap_or_default());
    Ok(units.iter().map(document).collect())
}

async fn of_agreements(conn: &mut Conn, ids: &[String]) -> Result<Vec<Document>> {
    let ids: Vec<AgreementId> = ids
        .iter()
        .map(|id| id.parse())
        .collect::<std::result::Result<_, _>>()
        .map_err(Error::internal)?;
    let rows = agreement::signed_of(conn, &ids, &Scope::All).await?;
    let signed = rows.values();
    Ok(signed
        .map(|signed| agreement::found_by(&signed.agreement))
        .collect())
}

fn grouped<K: Ord, T>(things: Vec<T>, key: impl Fn(&T) -> K) -> BTreeMap<K, Vec<T>> {
    let mut groups: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for thing in things {
        groups.entry(key(&thing)).or_default().push(thing);
    }
    groups
}
