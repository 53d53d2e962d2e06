//! What is said about a product when one is added or changed.

use domain::ids::PlanVersionId;
use domain::slug::{ComponentClass, LegalProduct};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::product::{ClassOfComponents, Product};
use utoipa::ToSchema;

use super::CLASS_TWICE;
use crate::check::Checks;
use crate::error::Result;
use crate::message::Text;

const MAX_NAME: usize = 200;
const MAX_CLASSES: usize = 50;

/// Everything people say about a product.
#[derive(Debug, Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductFields {
    /// Unique among products.
    pub model: String,
    pub name: String,
    #[serde(default)]
    pub family: String,
    #[serde(default)]
    pub brand: String,
    /// The product listed by law, if it is one.
    pub legal_product: Option<LegalProduct>,
    #[serde(default)]
    pub component_classes: Vec<ClassFields>,
    #[schema(value_type = Option<String>, format = Date)]
    pub end_of_production_on: Option<Date>,
    /// The published plan its units are promised while no agreement names them.
    #[serde(default)]
    pub plan_version: Option<PlanVersionId>,
}

/// A class of components, as plans name it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassFields {
    pub class: ComponentClass,
    pub label: String,
}

impl ProductFields {
    /// Checks everything and writes it into `product`.
    pub(crate) fn apply(self, product: &mut Product) -> Result<()> {
        let mut checks = Checks::new();
        product.model = checks.name("/model", &self.model, MAX_NAME);
        product.name = checks.name("/name", &self.name, MAX_NAME);
        product.family = checks.text("/family", &self.family, MAX_NAME);
        product.brand = checks.text("/brand", &self.brand, MAX_NAME);
        product.component_classes = classes(&mut checks, self.component_classes);
        checks.done()?;
        product.legal_product = self.legal_product;
        product.end_of_production_on = self.end_of_production_on;
        product.plan_version = self.plan_version;
        Ok(())
    }
}

fn classes(checks: &mut Checks, given: Vec<ClassFields>) -> Vec<ClassOfComponents> {
    checks.at_most("/component_classes", &given, MAX_CLASSES);
    let mut kept: Vec<ClassOfComponents> = Vec::new();
    for (index, given) in given.into_iter().take(MAX_CLASSES).enumerate() {
        let label = checks.name(
            &format!("/component_classes/{index}/label"),
            &given.label,
            MAX_NAME,
        );
        if kept.iter().any(|known| known.class == given.class) {
            let text = Text::from(CLASS_TWICE).with("class", &given.class);
            checks.wrong(format!("/component_classes/{index}/class"), text);
        }
        kept.push(ClassOfComponents {
            class: given.class,
            label,
        });
    }
    kept
}
