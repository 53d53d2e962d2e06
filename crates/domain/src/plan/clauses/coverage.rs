//! Coverage (保修范围): which causes are covered, and who pays for what.

use serde::{Deserialize, Serialize};

use crate::plan::Asked;
use crate::words::words;

/// For these causes, in this standing, who pays for each kind of cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// The causes this is about; empty for every cause no other clause names.
    #[serde(default)]
    pub causes: Vec<Cause>,
    /// In which states of the warranty it holds.
    #[cfg_attr(feature = "schema", schema(min_items = 1))]
    pub standing: Vec<Standing>,
    /// What it is about.
    #[serde(default)]
    pub subject: Subject,
    /// What the customer pays, for each kind of cost.
    pub charges: AskedCharges,
}

/// What the customer pays for each kind of cost, as a plan states it or leaves it to be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskedCharges {
    /// Working time.
    #[cfg_attr(feature = "schema", schema(value_type = AskedCharge))]
    pub labour: Asked<Charge>,
    /// Parts and material.
    #[cfg_attr(feature = "schema", schema(value_type = AskedCharge))]
    pub parts: Asked<Charge>,
    /// The journey.
    #[cfg_attr(feature = "schema", schema(value_type = AskedCharge))]
    pub travel: Asked<Charge>,
    /// Transport of the unit or part.
    #[cfg_attr(feature = "schema", schema(value_type = AskedCharge))]
    pub shipping: Asked<Charge>,
}

impl AskedCharges {
    /// The same charge for every kind of cost.
    pub const fn all(charge: Charge) -> Self {
        Self {
            labour: Asked::Known(charge),
            parts: Asked::Known(charge),
            travel: Asked::Known(charge),
            shipping: Asked::Known(charge),
        }
    }

    /// What is charged, once nothing is left to ask.
    pub fn known(&self) -> Option<Charges> {
        Some(Charges {
            labour: *self.labour.known()?,
            parts: *self.parts.known()?,
            travel: *self.travel.known()?,
            shipping: *self.shipping.known()?,
        })
    }

    /// Whether work and material are both stated to be free.
    pub fn repairs_free(&self) -> bool {
        let free = Asked::Known(Charge::Free);
        self.labour == free && self.parts == free
    }
}

/// How a charge that may be asked looks in a schema: its word, or `"ask:parameter"`.
#[cfg(feature = "schema")]
#[derive(Debug)]
pub struct AskedCharge;

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for AskedCharge {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, Type};
        let words = Charge::ALL.iter().map(|charge| charge.as_str());
        let stated = ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(words))
            .build();
        let asked = ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(crate::plan::asked::ASKED_PATTERN))
            .build();
        Schema::OneOf(OneOfBuilder::new().item(stated).item(asked).build()).into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for AskedCharge {}

/// What the customer pays for each kind of cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Charges {
    /// Working time.
    pub labour: Charge,
    /// Parts and material.
    pub parts: Charge,
    /// The journey.
    pub travel: Charge,
    /// Transport of the unit or part.
    pub shipping: Charge,
}

impl Charges {
    /// The same charge for every kind of cost.
    pub const fn all(charge: Charge) -> Self {
        Self {
            labour: charge,
            parts: charge,
            travel: charge,
            shipping: charge,
        }
    }

    /// Whether the customer never pays more than by others, and less for some kind of cost.
    pub fn is_more_favourable_than(&self, other: &Self) -> bool {
        let kinds = |of: &Self| [of.labour, of.parts, of.travel, of.shipping];
        let never_more = kinds(self)
            .iter()
            .zip(kinds(other))
            .all(|(own, other)| *own <= other);
        never_more && self != other
    }
}

words! {
    /// How one kind of cost is charged to the customer, the most favourable first.
    Charge {
        /// The supplier bears it.
        Free = "free",
        /// What it costs the supplier, nothing on top.
        AtCost = "at_cost",
        /// The supplier's price list.
        PriceList = "price_list",
        /// A quotation the customer accepts first.
        ByQuote = "by_quote",
        /// Not done at all.
        Refused = "refused",
    }
}

words! {
    /// A state of warranty or contract.
    Standing {
        /// The warranty runs.
        InWarranty = "in_warranty",
        /// No warranty, but a maintenance contract runs.
        InContract = "in_contract",
        /// Neither.
        OutOfWarranty = "out_of_warranty",
    }
}

words! {
    /// What a coverage clause is about.
    #[derive(Default)]
    Subject {
        /// Repairing or replacing the unit.
        #[default]
        Repair = "repair",
        /// Repairing data after an error.
        DataRepair = "data_repair",
        /// Upgrading software.
        SoftwareUpgrade = "software_upgrade",
        /// Upgrading hardware.
        HardwareUpgrade = "hardware_upgrade",
        /// Advice by telephone, mail or online.
        Advice = "advice",
        /// Inspecting a unit that was carried in.
        Inspection = "inspection",
        /// Changing or extending what was delivered.
        Customisation = "customisation",
        /// Installing, or having an engineer there while it is done.
        Installation = "installation",
        /// Assessing the environment a unit is to work in.
        Assessment = "assessment",
        /// Special support for big events.
        EventSupport = "event_support",
    }
}

words! {
    /// Why something is faulty.
    Cause {
        /// Design.
        Design = "design",
        /// The production process.
        Process = "process",
        /// Material.
        Material = "material",
        /// An accessory that belongs to the delivery.
        Accessory = "accessory",
        /// Manufacture.
        Manufacture = "manufacture",
        /// Transport by the supplier.
        Transport = "transport",
        /// Installation and commissioning by the supplier.
        Installation = "installation",
        /// A product of a material supplier.
        SupplierProduct = "supplier_product",
        /// The contractor's own workmanship.
        OwnWorkmanship = "own_workmanship",
        /// Normal wear.
        Wear = "wear",
        /// An error in the software.
        SoftwareBug = "software_bug",
        /// The operator's mistake.
        OperatorError = "operator_error",
        /// Used against the manual, or carelessly.
        Misuse = "misuse",
        /// Installed wrongly by somebody else.
        WrongInstallation = "wrong_installation",
        /// An accident.
        Accident = "accident",
        /// Force majeure: earthquake, fire, flood, lightning, explosion.
        Disaster = "disaster",
        /// Repaired by somebody not authorised.
        UnauthorisedRepair = "unauthorised_repair",
        /// Taken apart or changed by somebody not authorised.
        UnauthorisedDisassembly = "unauthorised_disassembly",
        /// Moved to another place or use.
        UnauthorisedMove = "unauthorised_move",
        /// The environment was changed.
        ChangedEnvironment = "changed_environment",
        /// A foreign object got in.
        ForeignObject = "foreign_object",
        /// External force.
        ExternalForce = "external_force",
        /// Wrong voltage.
        WrongVoltage = "wrong_voltage",
        /// An accessory that does not comply.
        NonCompliantAccessory = "non_compliant_accessory",
        /// Model or serial number altered or illegible.
        AlteredSerial = "altered_serial",
        /// Operating system or virus.
        VirusOrSystem = "virus_or_system",
        /// Normal use, nothing else found.
        NormalUse = "normal_use",
        /// Not known yet.
        Unknown = "unknown",
    }
}

impl Cause {
    /// Whether it comes from the customer or from outside, so that a warranty does not answer for it unless a clause
    /// names it.
    pub const fn is_not_the_suppliers(self) -> bool {
        matches!(
            self,
            Self::OperatorError
                | Self::Misuse
                | Self::WrongInstallation
                | Self::Accident
                | Self::Disaster
                | Self::UnauthorisedRepair
                | Self::UnauthorisedDisassembly
                | Self::UnauthorisedMove
                | Self::ChangedEnvironment
                | Self::ForeignObject
                | Self::ExternalForce
                | Self::WrongVoltage
                | Self::NonCompliantAccessory
                | Self::AlteredSerial
                | Self::VirusOrSystem
        )
    }
}
