//! The ten plans built in: texts of the same format that any plan is imported from.
//!
//! Nine are complete; the door maker's published text promises nothing, so its plan has no clauses and its products are a
//! catalogue ([`DOOR_CATALOGUE_CSV`]).

/// One built-in plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// Its name: `10-projection-systems`.
    pub id: &'static str,
    /// The plan in TOML.
    pub toml: &'static str,
}

macro_rules! templates {
    ($($id:literal,)*) => {
        /// The built-in plans, in order.
        pub const TEMPLATES: &[Template] = &[$(Template {
            id: $id,
            toml: include_str!(concat!("../../templates/", $id, ".toml")),
        },)*];
    };
}

templates! {
    "01-fit-out",
    "02-farm-supplies",
    "03-equipment-maker",
    "04-consumer-products",
    "05-washing-machines",
    "06-tender-supplier",
    "07-network-systems",
    "08-hospital-software",
    "09-door-maker",
    "10-projection-systems",
}

/// The door maker's products: `plant,family,model,name`, two plants, six families, two hundred models.
pub const DOOR_CATALOGUE_CSV: &str = include_str!("../../data/door-catalogue.csv");

/// The built-in plan of that name.
pub fn template(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}
