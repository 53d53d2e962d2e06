//! What clauses, levels and regions are called; clauses and levels are read from the published plans they stand in; beside a plan speak the company's default and the law.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::case::LevelRank;
use domain::ids::PlanVersionId;
use domain::language::Language;
use domain::legal::{Implied, Wording, implied};
use domain::plan::Plan;
use domain::slug::SeverityId;
use store::{Conn, StoreError, plan, product};

use crate::error::Result;
use crate::plans::law_rows;
use crate::settings;

/// Plan versions read for one answer, each once.
#[derive(Debug)]
pub(super) struct Headings {
    language: Language,
    plans: BTreeMap<String, Option<Arc<Plan>>>,
    /// What clauses that stand in no such plan are called, by their ids; read once one of them is met.
    beside: Option<BTreeMap<String, String>>,
    /// What the company calls its regions, by their keys.
    regions: BTreeMap<String, String>,
}

impl Headings {
    /// Nothing is read yet; the law will be called as it is in a language.
    pub(super) const fn new(language: Language) -> Self {
        Self {
            language,
            plans: BTreeMap::new(),
            beside: None,
            regions: BTreeMap::new(),
        }
    }

    /// Reads what the company calls its regions.
    pub(super) async fn read_regions(&mut self, conn: &mut Conn) -> Result<()> {
        let regions = product::regions(conn).await?.into_iter();
        self.regions = regions
            .map(|region| (region.key.to_string(), region.label))
            .collect();
        Ok(())
    }

    /// What a region is called; its key where the company has none of that key.
    pub(super) fn region(&self, key: &str) -> String {
        self.regions.get(key).map_or(key, String::as_str).to_owned()
    }

    /// Reads a plan version unless that was done already. One that is missing has no words.
    pub(super) async fn read(&mut self, conn: &mut Conn, version: &str) -> Result<()> {
        if self.plans.contains_key(version) {
            return Ok(());
        }
        let plan = match version.parse::<PlanVersionId>() {
            Err(_) => None,
            Ok(id) => match plan::version(conn, id).await {
                Ok(version) => Some(version.body),
                Err(StoreError::NotFound { .. }) => None,
                Err(error) => return Err(error.into()),
            },
        };
        self.plans.insert(version.to_owned(), plan);
        Ok(())
    }

    /// Reads what a clause of a plan version is called, if that is not known yet.
    pub(super) async fn read_clause(
        &mut self,
        conn: &mut Conn,
        version: &str,
        clause: &str,
    ) -> Result<()> {
        self.read(conn, version).await?;
        if self.beside.is_none() && self.of_plan(version, clause).is_none() {
            self.beside = Some(beside(conn, self.language).await?);
        }
        Ok(())
    }

    /// The heading of a clause that was read; the clause's id if it has none.
    pub(super) fn clause(&self, version: &str, clause: &str) -> String {
        let beside = || self.beside.as_ref()?.get(clause).map(String::as_str);
        let heading = self.of_plan(version, clause).or_else(beside);
        heading.unwrap_or(clause).to_owned()
    }

    fn of_plan(&self, version: &str, clause: &str) -> Option<&str> {
        let plan = self.plans.get(version).and_then(Option::as_ref)?;
        let mut clauses = plan.clauses.iter();
        let found = clauses.find(|known| known.id.as_str() == clause)?;
        Some(found.heading.as_str())
    }

    /// What a fault level is called by a version that was read; its id where the version has no such level.
    pub(super) fn level(&self, version: &str, level: &str) -> String {
        let plan = self.plans.get(version).and_then(Option::as_ref);
        let found = plan.and_then(|plan| {
            let mut levels = plan.severities.iter();
            levels.find(|known| known.id.as_str() == level)
        });
        found.map_or(level, |known| &known.label).to_owned()
    }

    /// The place of a fault level in a version that was read.
    pub(super) fn rank(&self, version: &str, level: &str) -> LevelRank {
        let plan = self.plans.get(version).and_then(Option::as_ref);
        let level = level.parse::<SeverityId>().ok();
        plan.map_or(LevelRank::UNGRADED, |plan| {
            LevelRank::of(plan, level.as_ref())
        })
    }

    /// The title of a version that was read.
    pub(super) fn title(&self, version: &str) -> String {
        let plan = self.plans.get(version).and_then(Option::as_ref);
        plan.map(|plan| plan.title.clone()).unwrap_or_default()
    }
}

/// The headings of the company's default clauses, and of those the law adds. The law may word one matter differently for
/// different products: then each wording stands.
async fn beside(conn: &mut Conn, language: Language) -> Result<BTreeMap<String, String>> {
    let law = law_rows(conn).await?;
    let mut said: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in law.iter() {
        for Implied { clause, floor } in implied(&[row], &[]) {
            let wordings = said.entry(clause.id.to_string()).or_default();
            wordings.insert(Wording::law(&clause.promise, &floor, language).heading);
        }
    }
    let joined = |wordings: BTreeSet<String>| wordings.into_iter().collect::<Vec<_>>().join(" / ");
    let mut headings: BTreeMap<String, String> = said
        .into_iter()
        .map(|(id, wordings)| (id, joined(wordings)))
        .collect();
    if let Some(version) = settings::load(conn).await?.0.default_plan {
        let defaults = plan::version(conn, version).await?.body;
        let clauses = defaults.clauses.iter();
        headings.extend(clauses.map(|one| (one.id.to_string(), one.heading.clone())));
    }
    Ok(headings)
}
