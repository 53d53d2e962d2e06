//! Products out of a file.

use std::collections::BTreeMap;

use documents::sheet::Row;
use domain::ids::ProductId;
use store::product::{self, Product};
use store::{Conn, Tx};

use super::findings::Findings;
use super::import::{Frame, cell, pairs};
use super::{ALREADY_OTHERWISE, BAD_PAIR, TWICE_IN_FILE};
use crate::error::{Error, Result};
use crate::message::Text;
use crate::products::create::blank;
use crate::products::{ClassFields, ProductFields};

crate::messages! {
    BAD_KEY = "bad-key", "“{given}”不是代号：请用小写字母、数字和连字符。", "“{given}” is no key: write lower-case letters, digits and hyphens.";
}

/// The new products of a file.
#[derive(Debug)]
pub(super) struct Products {
    new: Vec<Product>,
    pub(super) new_rows: usize,
}

impl Products {
    pub(super) async fn plan(
        frame: &Frame<'_>,
        conn: &mut Conn,
        rows: &[Row],
        findings: &mut Findings,
    ) -> Result<Self> {
        let models: Vec<String> = rows.iter().map(|row| cell(row, "model")).collect();
        let known: BTreeMap<String, Product> = product::by_models(conn, &models)
            .await?
            .into_iter()
            .map(|product| (product.model.clone(), product))
            .collect();
        let mut lines: BTreeMap<String, u32> = BTreeMap::new();
        let mut new = Vec::new();
        for row in rows {
            let Some(fields) = fields(row, findings) else {
                continue;
            };
            let mut product = known
                .get(&fields.model)
                .cloned()
                .unwrap_or_else(|| blank(ProductId::new(frame.ctx.uuid()), frame.at));
            let old = known.get(&fields.model);
            let fields = ProductFields {
                plan_version: old.and_then(|old| old.plan_version),
                ..fields
            };
            if let Err(Error { fields, .. }) = fields.apply(&mut product) {
                for field in fields {
                    let key = ["model", "name", "family", "brand"]
                        .into_iter()
                        .find(|key| field.pointer == format!("/{key}"));
                    findings.wrong(row.line, key.unwrap_or("classes"), field.text);
                }
                continue;
            }
            if let Some(line) = lines.insert(product.model.clone(), row.line) {
                findings.wrong(
                    row.line,
                    "model",
                    Text::from(TWICE_IN_FILE).with("line", line),
                );
            }
            match old {
                None => new.push(product),
                Some(old) if *old == product => {}
                Some(old) => findings.wrong(
                    row.line,
                    "model",
                    Text::from(ALREADY_OTHERWISE).with("number", &old.model),
                ),
            }
        }
        Ok(Self {
            new_rows: new.len(),
            new,
        })
    }

    pub(super) async fn write(&self, tx: &mut Tx) -> Result<()> {
        Ok(product::insert_all(tx, &self.new).await?)
    }
}

fn fields(row: &Row, findings: &mut Findings) -> Option<ProductFields> {
    let mut component_classes = Vec::new();
    match pairs(&cell(row, "classes")) {
        Ok(pairs) => {
            for (class, label) in pairs {
                match class.parse() {
                    Ok(class) => component_classes.push(ClassFields { class, label }),
                    Err(_) => findings.wrong(
                        row.line,
                        "classes",
                        Text::from(BAD_KEY).with("given", class),
                    ),
                }
            }
        }
        Err(piece) => findings.wrong(
            row.line,
            "classes",
            Text::from(BAD_PAIR).with("given", piece),
        ),
    }
    let legal = cell(row, "legal_product");
    let legal_product = if legal.is_empty() {
        None
    } else {
        let parsed = legal.parse().ok();
        if parsed.is_none() {
            findings.wrong(
                row.line,
                "legal_product",
                Text::from(BAD_KEY).with("given", legal),
            );
        }
        parsed
    };
    if !row.problems.is_empty() {
        return None;
    }
    Some(ProductFields {
        model: cell(row, "model"),
        name: cell(row, "name"),
        family: cell(row, "family"),
        brand: cell(row, "brand"),
        legal_product,
        component_classes,
        end_of_production_on: row
            .cells
            .get("end_of_production_on")
            .and_then(|day| day.parse().ok()),
        // A file names no plan; a product that is known keeps its own.
        plan_version: None,
    })
}
