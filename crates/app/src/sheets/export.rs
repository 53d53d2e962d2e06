//! Taking a list away as a workbook, with the list's own filter and scope.

use std::collections::BTreeMap;

use documents::sheet::{Layout, write_table};
use domain::access::Action;
use domain::ids::CustomerId;
use domain::plan::clauses::warranty::StartDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::customer::{self, Contact, Customer, CustomerFilter, Newest, Site};
use store::product::{self, ProductFilter};
use store::unit::{self, Component, Retired, Unit, UnitsOf};
use store::{AuditEntry, Conn, Receipt, Scope};
use utoipa::IntoParams;

use super::layouts::layout;
use super::template::Company;
use super::words::{KINDS, PAPERS, TERRITORIES, said};
use super::{Book, EXPORT_TOO_LARGE, Workbook};
use crate::ctx::Ctx;
use crate::customers::shown_phone;
use crate::error::{Error, Result};
use crate::message::Text;
use crate::search;
use crate::units::sees_price;

/// Rows read at once.
const STEP: u32 = 500;
/// Most rows of one workbook.
const MAX_ROWS: usize = 100_000;

/// Which rows to take away: the filter of the list they come from.
#[derive(Debug, Default, Deserialize, Serialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportFilter {
    /// As in the list; not for products sorted by family.
    pub q: Option<String>,
    /// Units of one customer.
    pub customer: Option<CustomerId>,
    /// Products of one family.
    pub family: Option<String>,
    /// Also what was archived or retired.
    pub with_archived: Option<bool>,
}

/// The rows of a list as a workbook that reads back as an import. Who took what away is in the audit log.
pub async fn export(ctx: &Ctx, book: Book, filter: &ExportFilter) -> Result<Workbook> {
    ctx.permit(Action::DataImport)?;
    let scope = ctx.permit(match book {
        Book::Customers => Action::CustomerRead,
        Book::Products => Action::ProductRead,
        Book::Units => Action::UnitRead,
    })?;
    let mut read = ctx.app.db.snapshot().await?;
    let company = Company::load(&mut read, &Scope::All).await?;
    let layout = layout(book, &company.offers());
    let found = match filter.q.as_deref().filter(|words| !words.trim().is_empty()) {
        Some(words) if book == Book::Customers => {
            Some(search::found(&mut read, words, "customer", &scope).await?)
        }
        Some(words) if book == Book::Units => {
            Some(search::found(&mut read, words, "unit", &scope).await?)
        }
        _ => None,
    };
    let wanted = Wanted {
        ctx,
        scope: &scope,
        filter,
        found,
        company: &company,
    };
    let rows = match book {
        Book::Customers => wanted.customers(&mut read).await?,
        Book::Products => wanted.products(&mut read).await?,
        Book::Units => wanted.units(&mut read).await?,
    };
    drop(read);
    let (count, language) = (rows.len(), ctx.language.as_str());
    let bytes = tokio::task::spawn_blocking(move || write(&layout, language, &rows))
        .await
        .map_err(Error::internal)??;
    let tx = ctx.begin().await?;
    let entry = AuditEntry::new("data.export", "spreadsheet", book.as_str())
        .detail(json!({ "rows": count, "filter": filter }));
    ctx.finish(tx, Receipt::new(entry), ()).await?;
    Ok(Workbook {
        name: format!("{}.xlsx", book.as_str()),
        bytes,
    })
}

/// One row by column.
type Cells = BTreeMap<&'static str, String>;

fn write(layout: &Layout, language: &str, rows: &[Cells]) -> Result<Vec<u8>> {
    let row = |cells: &'_ Cells| -> Vec<String> {
        layout
            .columns
            .iter()
            .map(|column| cells.get(column.key).cloned().unwrap_or_default())
            .collect()
    };
    let table: Vec<Vec<String>> = rows.iter().map(row).collect();
    let lines = table
        .iter()
        .map(|row| row.iter().map(String::as_str).collect());
    write_table(layout, language, lines).map_err(Error::internal)
}

struct Wanted<'a> {
    ctx: &'a Ctx,
    scope: &'a Scope,
    filter: &'a ExportFilter,
    found: Option<Vec<String>>,
    company: &'a Company,
}

impl Wanted<'_> {
    async fn customers(&self, conn: &mut Conn) -> Result<Vec<Cells>> {
        let filter = CustomerFilter {
            kind: None,
            with_archived: self.filter.with_archived.unwrap_or_default(),
        };
        let mut rows = Vec::new();
        if let Some(ids) = &self.found {
            let found = customer::by_ids(conn, ids, self.scope).await?;
            let found: Vec<Customer> = found.into_iter().filter(|one| filter.shows(one)).collect();
            self.add_customers(conn, found, &mut rows).await?;
            return Ok(rows);
        }
        let mut after: Option<Newest> = None;
        loop {
            let page = customer::page(conn, filter, after.as_ref(), self.scope, STEP).await?;
            let Some(last) = page.last() else {
                return Ok(rows);
            };
            after = Some(Newest {
                created_at: last.created_at,
                id: last.id.to_string(),
            });
            self.add_customers(conn, page, &mut rows).await?;
            bounded(&rows)?;
        }
    }

    async fn add_customers(
        &self,
        conn: &mut Conn,
        customers: Vec<Customer>,
        rows: &mut Vec<Cells>,
    ) -> Result<()> {
        let ids: Vec<String> = customers.iter().map(|one| one.id.to_string()).collect();
        let sites = customer::sites_of(conn, &ids).await?;
        let contacts = customer::contacts_of(conn, &ids).await?;
        for customer in customers {
            let sites: Vec<&Site> = sites
                .iter()
                .filter(|site| site.customer == customer.id)
                .collect();
            let contacts: Vec<&Contact> = contacts
                .iter()
                .filter(|contact| contact.customer == customer.id)
                .collect();
            for index in 0..sites.len().max(contacts.len()).max(1) {
                let (site, contact) = (sites.get(index).copied(), contacts.get(index).copied());
                rows.push(self.customer_row(&customer, site, contact));
            }
        }
        Ok(())
    }

    fn customer_row(
        &self,
        customer: &Customer,
        site: Option<&Site>,
        contact: Option<&Contact>,
    ) -> Cells {
        let phone =
            |phone: &Option<String>| shown_phone(self.ctx, phone.clone()).unwrap_or_default();
        let mut cells = Cells::from([
            ("number", customer.number.clone()),
            ("name", customer.name.clone()),
            (
                "kind",
                said(KINDS, customer.kind.as_str(), self.ctx.language),
            ),
            ("phone", phone(&customer.phone)),
            ("mail", customer.mail.clone().unwrap_or_default()),
            ("uscc", customer.uscc.clone().unwrap_or_default()),
            (
                "branch",
                self.company.branch_name(customer.branch).to_owned(),
            ),
            ("note", customer.note.clone()),
        ]);
        if let Some(site) = site {
            cells.insert("site", site.name.clone());
            cells.insert("address", site.address.clone());
            cells.insert(
                "region",
                self.company.region_label(site.region.as_ref()).to_owned(),
            );
            cells.insert(
                "distance_km",
                site.distance_km
                    .map(|km| km.to_string())
                    .unwrap_or_default(),
            );
        }
        if let Some(contact) = contact {
            cells.insert("contact", contact.name.clone());
            cells.insert("duty", contact.duty.clone());
            cells.insert("contact_phone", phone(&contact.phone));
            cells.insert("contact_mail", contact.mail.clone().unwrap_or_default());
        }
        cells
    }

    async fn products(&self, conn: &mut Conn) -> Result<Vec<Cells>> {
        let filter = ProductFilter {
            family: self.filter.family.clone().unwrap_or_default(),
            text: self
                .filter
                .q
                .clone()
                .unwrap_or_default()
                .trim()
                .to_lowercase(),
            with_archived: self.filter.with_archived.unwrap_or_default(),
        };
        let mut rows = Vec::new();
        let mut after: Option<(String, String)> = None;
        loop {
            let place = after
                .as_ref()
                .map(|(model, id)| (model.as_str(), id.as_str()));
            let page = product::page(conn, &filter, place, STEP).await?;
            let Some(last) = page.last() else {
                return Ok(rows);
            };
            after = Some((last.model.clone(), last.id.to_string()));
            for product in page {
                let classes = product
                    .component_classes
                    .iter()
                    .map(|one| format!("{}:{}", one.class, one.label));
                rows.push(Cells::from([
                    ("classes", classes.collect::<Vec<_>>().join("；")),
                    ("model", product.model),
                    ("name", product.name),
                    ("family", product.family),
                    ("brand", product.brand),
                    (
                        "legal_product",
                        product
                            .legal_product
                            .map(|key| key.to_string())
                            .unwrap_or_default(),
                    ),
                    (
                        "end_of_production_on",
                        product
                            .end_of_production_on
                            .map(|day| day.to_string())
                            .unwrap_or_default(),
                    ),
                ]));
            }
            bounded(&rows)?;
        }
    }

    async fn units(&self, conn: &mut Conn) -> Result<Vec<Cells>> {
        let retired = if self.filter.with_archived.unwrap_or_default() {
            Retired::Shown
        } else {
            Retired::Hidden
        };
        let mut rows = Vec::new();
        if let Some(ids) = &self.found {
            let mut found = unit::by_ids(conn, ids, self.scope).await?;
            found.retain(|unit| {
                self.filter
                    .customer
                    .is_none_or(|customer| unit.customer == customer)
            });
            found.retain(|unit| retired == Retired::Shown || unit.retired_at.is_none());
            self.add_units(conn, &found, &mut rows).await?;
            return Ok(rows);
        }
        let mut after: Option<Newest> = None;
        loop {
            let whose = self
                .filter
                .customer
                .map_or(UnitsOf::Everybody, UnitsOf::Customer);
            let page = unit::page(conn, whose, retired, after.as_ref(), self.scope, STEP).await?;
            let Some(last) = page.last() else {
                return Ok(rows);
            };
            after = Some(Newest {
                created_at: last.created_at,
                id: last.id.to_string(),
            });
            self.add_units(conn, &page, &mut rows).await?;
            bounded(&rows)?;
        }
    }

    async fn add_units(
        &self,
        conn: &mut Conn,
        units: &[Unit],
        rows: &mut Vec<Cells>,
    ) -> Result<()> {
        let ids: Vec<String> = units.iter().map(|one| one.id.to_string()).collect();
        let customers = units
            .iter()
            .map(|one| one.customer.to_string())
            .collect::<Vec<_>>();
        let customers = customer::by_ids(conn, &customers, self.scope).await?;
        let components = unit::components_of(conn, &ids).await?;
        for unit in units {
            let number = customers
                .iter()
                .find(|one| one.id == unit.customer)
                .map(|one| one.number.clone());
            let fitted = components
                .iter()
                .filter(|one| one.unit == unit.id && one.removed_on.is_none());
            rows.push(self.unit_row(unit, number, fitted));
        }
        Ok(())
    }

    fn unit_row<'c>(
        &self,
        unit: &Unit,
        customer: Option<String>,
        components: impl Iterator<Item = &'c Component>,
    ) -> Cells {
        let language = self.ctx.language;
        let parts: Vec<String> = components
            .map(|one| format!("{}:{}", one.class, one.serial))
            .collect();
        let price = unit.price.filter(|_| sees_price(self.ctx));
        let mut cells = Cells::from([
            ("number", unit.number.clone()),
            ("model", unit.labels.model.clone()),
            ("serial", unit.serial.clone()),
            (
                "customer",
                customer.unwrap_or_else(|| unit.labels.customer_name.clone()),
            ),
            ("site", unit.labels.site_name.clone().unwrap_or_default()),
            ("branch", self.company.branch_name(unit.branch).to_owned()),
            ("place", unit.place.clone()),
            ("card", said(PAPERS, unit.card.as_str(), language)),
            ("proof", said(PAPERS, unit.proof.as_str(), language)),
            (
                "territory",
                said(TERRITORIES, unit.territory.as_str(), language),
            ),
            (
                "usage_amount",
                unit.usage_amount
                    .map(|amount| amount.to_string())
                    .unwrap_or_default(),
            ),
            (
                "price",
                price.map(|fen| fen.to_string()).unwrap_or_default(),
            ),
            ("components", parts.join("；")),
            ("note", unit.note.clone()),
        ]);
        for kind in StartDate::ALL {
            if let Some(day) = unit.dates.get(kind) {
                cells.insert(kind.as_str(), day.to_string());
            }
        }
        cells
    }
}

fn bounded(rows: &[Cells]) -> Result<()> {
    if rows.len() > MAX_ROWS {
        return Err(Error::refused(
            Text::from(EXPORT_TOO_LARGE).with("at_most", MAX_ROWS),
        ));
    }
    Ok(())
}
