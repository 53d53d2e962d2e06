//! An empty workbook to fill in.

use std::collections::BTreeMap;

use documents::sheet::write_template;
use domain::access::Action;
use domain::ids::OrgUnitId;
use domain::slug::RegionKey;
use store::product::Region;
use store::{Conn, Scope, org, product};

use super::layouts::{Offers, layout};
use super::{Book, Workbook};
use crate::ctx::Ctx;
use crate::error::{Error, Result};

/// The workbook to fill in, with the caller's places and the company's regions to choose from.
pub async fn template(ctx: &Ctx, book: Book) -> Result<Workbook> {
    let scope = ctx.permit(Action::DataImport)?;
    let company = Company::load(&mut *ctx.read().await?, &scope).await?;
    let layout = layout(book, &company.offers());
    let bytes = write_template(&layout, ctx.language.as_str()).map_err(Error::internal)?;
    Ok(Workbook {
        name: format!("{}-template.xlsx", book.as_str()),
        bytes,
    })
}

/// The places and regions that cells may name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Company {
    /// By name; `None` where several places have the name.
    pub(super) branches: BTreeMap<String, Option<OrgUnitId>>,
    pub(super) regions: BTreeMap<String, RegionKey>,
    /// The regions in use as they are stored, for the distance bands among them.
    pub(super) bands: Vec<Region>,
}

impl Company {
    pub(super) async fn load(conn: &mut Conn, scope: &Scope) -> Result<Self> {
        let top = match scope {
            Scope::Branch(place) | Scope::Outlet(place) => Some(place.clone()),
            _ => org::root(conn).await?.map(|company| company.id),
        };
        let mut company = Self::default();
        if let Some(top) = top {
            for unit in org::subtree(conn, &top)
                .await?
                .into_iter()
                .filter(|unit| unit.closed_at.is_none())
            {
                let id = unit.id.parse().map_err(Error::internal)?;
                company
                    .branches
                    .entry(unit.name)
                    .and_modify(|known| *known = None)
                    .or_insert(Some(id));
            }
        }
        for region in product::regions(conn)
            .await?
            .into_iter()
            .filter(|region| region.closed_at.is_none())
        {
            company
                .regions
                .insert(region.label.clone(), region.key.clone());
            company.bands.push(region);
        }
        Ok(company)
    }

    pub(super) fn offers(&self) -> Offers {
        Offers {
            branches: self.branches.keys().cloned().collect(),
            regions: self.regions.keys().cloned().collect(),
        }
    }

    pub(super) fn branch_name(&self, id: OrgUnitId) -> &str {
        self.branches
            .iter()
            .find(|(_, known)| **known == Some(id))
            .map_or("", |(name, _)| name)
    }

    pub(super) fn region_label(&self, key: Option<&RegionKey>) -> &str {
        self.regions
            .iter()
            .find(|(_, known)| Some(*known) == key)
            .map_or("", |(label, _)| label)
    }
}
