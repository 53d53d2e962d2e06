//! Conduct (行为规范): how crews behave, as checklists.

use serde::{Deserialize, Serialize};

use crate::slug::ItemId;
use crate::words::words;

/// A checklist at one stage of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Conduct {
    /// When it is checked.
    pub stage: Stage,
    /// What is checked.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub items: Vec<CheckItem>,
    /// Who answers.
    #[serde(default)]
    pub answered_by: Answers,
}

/// One line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckItem {
    /// Stable across versions.
    pub id: ItemId,
    /// What must be so.
    pub text: String,
    /// What proves it.
    #[serde(default)]
    pub evidence: Evidence,
}

words! {
    /// The stages of a visit.
    Stage {
        /// Before leaving the base.
        BeforeLeaving = "before_leaving",
        /// From the gate to the door.
        OnTheWay = "on_the_way",
        /// At the door.
        AtTheDoor = "at_the_door",
        /// On site.
        OnSite = "on_site",
        /// Before leaving the site.
        BeforeLeavingSite = "before_leaving_site",
        /// On the telephone.
        OnThePhone = "on_the_phone",
    }
}

words! {
    /// What proves a checklist line.
    #[cfg_attr(feature = "schema", schema(as = ConductEvidence))]
    #[derive(Default)]
    Evidence {
        /// A tick.
        #[default]
        Tick = "tick",
        /// A photo.
        Photo = "photo",
    }
}

words! {
    /// Who answers a checklist.
    #[derive(Default)]
    Answers {
        /// The engineer.
        #[default]
        Engineer = "engineer",
        /// The customer, in the survey.
        CustomerSurvey = "customer_survey",
    }
}
