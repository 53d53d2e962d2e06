//! Units with their components out of a file.

use std::collections::{BTreeMap, BTreeSet};

use documents::sheet::Row;
use domain::ids::{ComponentId, CustomerId, ProductId, SiteId, UnitId};
use domain::money::Fen;
use domain::plan::clauses::warranty::{StartDate, Territory};
use domain::unit::Paper;
use store::customer::{self, Customer, Site};
use store::product::{self, Product};
use store::unit::{self, Component, Unit, serial_key};
use store::{Conn, Tx, search, series};

use super::customers::branch_of;
use super::findings::Findings;
use super::import::{Frame, cell, distinct, number, pairs};
use super::words::{PAPERS, TERRITORIES, value};
use super::{ALREADY_OTHERWISE, AMBIGUOUS, BAD_PAIR, NO_SUCH_NAME, NO_SUCH_NUMBER, TWICE_IN_FILE};
use crate::check::Checks;
use crate::error::Result;
use crate::message::Text;
use crate::settings;
use crate::units::index::document;
use crate::units::register::blank;
use crate::units::{NO_CLASS, NO_PRICE, NO_SITE, SERIAL_ELSEWHERE, SERIES, UnitFields};
use crate::warranty;

const FIRST_KEYS: &[(&str, &str)] = &[
    ("/serial", "serial"),
    ("/place", "place"),
    ("/note", "note"),
    ("/usage_amount", "usage_amount"),
    ("/price_fen", "price"),
];

/// What was paid, as people write it: `2999`, `2,999.00`, `¥2999`.
fn price(row: &Row, findings: &mut Findings) -> Option<Fen> {
    let text = cell(row, "price");
    if text.is_empty() {
        return None;
    }
    let fen = text.parse().ok();
    if fen.is_none() {
        findings.wrong(row.line, "price", NO_PRICE);
    }
    fen
}

/// The new units of a file with their components.
#[derive(Debug)]
pub(super) struct Units {
    new: Vec<(Unit, Vec<Component>)>,
    pub(super) new_rows: usize,
}

/// What is on file that rows may name.
#[derive(Debug, Default)]
struct Known {
    products: BTreeMap<String, Product>,
    /// By number and by name.
    customers: BTreeMap<String, Vec<Customer>>,
    sites: BTreeMap<(CustomerId, String), SiteId>,
    /// By product and what their serial numbers are compared by, whosever they are.
    units: BTreeMap<(ProductId, String), Unit>,
    /// Those of them the caller may see.
    seen: BTreeSet<UnitId>,
    components: BTreeMap<String, Vec<Component>>,
}

impl Known {
    async fn load(frame: &Frame<'_>, conn: &mut Conn, rows: &[Row]) -> Result<Self> {
        let column = |key| distinct(rows, key);
        let mut known = Self::default();
        let found = product::by_models(conn, &column("model")).await?;
        let active = found
            .into_iter()
            .filter(|product| product.archived_at.is_none());
        known.products = active
            .map(|product| (product.model.clone(), product))
            .collect();
        let names = column("customer");
        let mut customers = customer::by_numbers(conn, &names, frame.scope).await?;
        for customer in &customers {
            known
                .customers
                .insert(customer.number.clone(), vec![customer.clone()]);
        }
        let namesakes = customer::by_names(conn, &names, frame.scope).await?;
        for customer in &namesakes {
            known
                .customers
                .entry(customer.name.clone())
                .or_default()
                .push(customer.clone());
        }
        customers.extend(namesakes);
        let ids: Vec<String> = customers
            .iter()
            .map(|customer| customer.id.to_string())
            .collect();
        for Site {
            id, customer, name, ..
        } in customer::sites_of(conn, &ids).await?
        {
            known.sites.entry((customer, name)).or_insert(id);
        }
        let units = unit::by_serials(conn, &column("serial")).await?;
        let ids: Vec<String> = units.iter().map(|unit| unit.id.to_string()).collect();
        let seen = unit::by_ids(conn, &ids, frame.scope).await?;
        known.seen = seen.iter().map(|unit| unit.id).collect();
        for component in unit::components_of(conn, &ids).await? {
            known
                .components
                .entry(component.unit.to_string())
                .or_default()
                .push(component);
        }
        known.units = units
            .into_iter()
            .map(|unit| ((unit.product, serial_key(&unit.serial)), unit))
            .collect();
        Ok(known)
    }

    fn customer(&self, row: &Row, findings: &mut Findings) -> Option<&Customer> {
        let name = cell(row, "customer");
        match self.customers.get(&name).map_or(&[][..], Vec::as_slice) {
            [one] => Some(one),
            [] => {
                findings.wrong(
                    row.line,
                    "customer",
                    Text::from(NO_SUCH_NAME).with("name", name),
                );
                None
            }
            several => {
                let text = Text::from(AMBIGUOUS)
                    .with("count", several.len())
                    .with("name", name);
                findings.wrong(row.line, "customer", text);
                None
            }
        }
    }

    fn product(&self, row: &Row, findings: &mut Findings) -> Option<&Product> {
        let model = cell(row, "model");
        let found = self.products.get(&model);
        if found.is_none() {
            findings.wrong(
                row.line,
                "model",
                Text::from(NO_SUCH_NAME).with("name", model),
            );
        }
        found
    }

    fn site(&self, row: &Row, customer: CustomerId, findings: &mut Findings) -> Option<SiteId> {
        let name = cell(row, "site");
        if name.is_empty() {
            return None;
        }
        let found = self.sites.get(&(customer, name)).copied();
        if found.is_none() {
            findings.wrong(row.line, "site", NO_SITE);
        }
        found
    }
}

impl Units {
    pub(super) async fn plan(
        frame: &Frame<'_>,
        conn: &mut Conn,
        rows: &[Row],
        findings: &mut Findings,
    ) -> Result<Self> {
        let known = Known::load(frame, conn, rows).await?;
        let mut lines: BTreeMap<(ProductId, String), u32> = BTreeMap::new();
        let mut new = Vec::new();
        for row in rows.iter().filter(|row| row.problems.is_empty()) {
            let (product, customer) = (known.product(row, findings), known.customer(row, findings));
            let (Some(product), Some(customer)) = (product, customer) else {
                continue;
            };
            let site = known.site(row, customer.id, findings);
            let key = (product.id, serial_key(&cell(row, "serial")));
            if let Some(line) = lines.insert(key.clone(), row.line) {
                findings.wrong(
                    row.line,
                    "serial",
                    Text::from(TWICE_IN_FILE).with("line", line),
                );
                continue;
            }
            let old = known.units.get(&key);
            if old.is_some_and(|old| !known.seen.contains(&old.id)) {
                findings.wrong(row.line, "serial", SERIAL_ELSEWHERE);
                continue;
            }
            let wanted = cell(row, "number");
            if !wanted.is_empty() && old.is_none_or(|old| old.number != wanted) {
                findings.wrong(
                    row.line,
                    "number",
                    Text::from(NO_SUCH_NUMBER).with("number", wanted),
                );
                continue;
            }
            let mut given = old.cloned().unwrap_or_else(|| blank(frame.ctx, frame.at));
            fill(frame, &mut given, product, customer, site, row, findings);
            if let Some(old) = old {
                // Typed another way it is the same number, and the one on file stays.
                given.serial.clone_from(&old.serial);
            }
            let components = components_of(frame, &given, product, row, findings);
            if findings.tells_of(row.line) {
                continue;
            }
            match old {
                None => new.push((given, components)),
                Some(old) => {
                    let there = known
                        .components
                        .get(&old.id.to_string())
                        .map_or(&[][..], Vec::as_slice);
                    if *old != given || !components.iter().all(|one| is_among(one, there)) {
                        findings.wrong(
                            row.line,
                            "serial",
                            Text::from(ALREADY_OTHERWISE).with("number", &old.number),
                        );
                    }
                }
            }
        }
        Ok(Self {
            new_rows: new.len(),
            new,
        })
    }

    pub(super) fn first_number(&self) -> Option<&str> {
        self.new.first().map(|(unit, _)| unit.number.as_str())
    }

    pub(super) async fn write(&mut self, tx: &mut Tx) -> Result<()> {
        let at = tx.at();
        let today = settings::day_of(tx, at).await?;
        let count = u32::try_from(self.new.len()).unwrap_or(u32::MAX);
        let mut numbers = series::block(tx, SERIES, today, count).await?.into_iter();
        for (unit, _) in &mut self.new {
            unit.number = numbers.next().unwrap_or_default();
        }
        let documents: Vec<_> = self
            .new
            .iter()
            .map(|(unit, components)| document(unit, components))
            .collect();
        let (units, components): (Vec<Unit>, Vec<Vec<Component>>) =
            self.new.iter().cloned().unzip();
        unit::insert_all(tx, &units).await?;
        unit::insert_components(tx, &components.concat()).await?;
        warranty::resolve_first(tx, &self.new).await?;
        Ok(search::index_all(tx, &documents).await?)
    }
}

fn is_among(given: &Component, there: &[Component]) -> bool {
    there
        .iter()
        .any(|known| known.class == given.class && known.serial == given.serial)
}

/// Writes what a row says into a unit. A cell left empty says nothing, so that a known unit keeps what it has.
fn fill(
    frame: &Frame<'_>,
    unit: &mut Unit,
    product: &Product,
    customer: &Customer,
    site: Option<SiteId>,
    row: &Row,
    findings: &mut Findings,
) {
    let said = |key: &'static str, kept: &str| {
        row.cells
            .get(key)
            .cloned()
            .unwrap_or_else(|| kept.to_owned())
    };
    let mut dates = unit.dates.clone();
    for kind in StartDate::ALL {
        if let Some(day) = row
            .cells
            .get(kind.as_str())
            .and_then(|day| day.parse().ok())
        {
            dates.insert(*kind, day);
        }
    }
    let fields = UnitFields {
        product: product.id,
        serial: cell(row, "serial"),
        customer: customer.id,
        site: site.or(unit.site),
        branch: None,
        place: said("place", &unit.place),
        territory: value(TERRITORIES, &cell(row, "territory")).map_or(unit.territory, |word| {
            if word == "anywhere" {
                Territory::Anywhere
            } else {
                Territory::Domestic
            }
        }),
        dates,
        card: paper(row, "card", unit.card),
        proof: paper(row, "proof", unit.proof),
        usage_amount: number(row, "usage_amount").or(unit.usage_amount),
        price_fen: price(row, findings).or(unit.price),
        note: said("note", &unit.note),
    };
    let mut checks = Checks::new();
    fields.fill(&mut checks, unit, frame.today);
    let pointers: Vec<(String, &'static str)> = StartDate::ALL
        .iter()
        .map(|kind| (format!("/dates/{kind}"), kind.as_str()))
        .collect();
    let mut keys: Vec<(&str, &'static str)> = FIRST_KEYS.to_vec();
    keys.extend(
        pointers
            .iter()
            .map(|(pointer, key)| (pointer.as_str(), *key)),
    );
    findings.take(row.line, checks, &keys);
    if !row.cells.contains_key("branch") {
        unit.branch = customer.branch;
    } else if let Some(branch) = branch_of(frame, row, findings) {
        unit.branch = branch;
    }
    unit.product = product.id;
    unit.customer = customer.id;
    unit.site = fields.site;
    unit.labels.model.clone_from(&product.model);
    unit.labels.product_name.clone_from(&product.name);
    unit.labels.customer_name.clone_from(&customer.name);
    if site.is_some() {
        unit.labels.site_name = Some(cell(row, "site"));
    }
}

fn paper(row: &Row, key: &'static str, kept: Paper) -> Paper {
    match value(PAPERS, &cell(row, key)) {
        Some("missing") => Paper::Missing,
        Some(_) => Paper::Present,
        None => kept,
    }
}

fn components_of(
    frame: &Frame<'_>,
    unit: &Unit,
    product: &Product,
    row: &Row,
    findings: &mut Findings,
) -> Vec<Component> {
    let pairs = match pairs(&cell(row, "components")) {
        Ok(pairs) => pairs,
        Err(piece) => {
            findings.wrong(
                row.line,
                "components",
                Text::from(BAD_PAIR).with("given", piece),
            );
            return Vec::new();
        }
    };
    let mut components = Vec::with_capacity(pairs.len());
    for (word, serial) in pairs {
        let class = product
            .component_classes
            .iter()
            .find(|known| known.label == word || known.class.as_str() == word);
        let Some(class) = class else {
            findings.wrong(
                row.line,
                "components",
                Text::from(NO_CLASS).with("class", word),
            );
            continue;
        };
        components.push(Component {
            id: ComponentId::new(frame.ctx.uuid()),
            unit: unit.id,
            class: class.class.clone(),
            name: class.label.clone(),
            serial,
            fitted_on: None,
            replaces: None,
            removed_on: None,
            version: 1,
            created_at: frame.at,
        });
    }
    components
}
