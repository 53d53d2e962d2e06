//! Installed units (设备).

use crate::words::words;

words! {
    /// Whether a paper, the warranty card or the proof of purchase, is there.
    Paper {
        /// It was shown or handed over.
        Present = "present",
        /// Nobody has it.
        Missing = "missing",
    }
}

words! {
    /// What a file in a unit's archive is.
    Record {
        /// A photo of the unit or of where it stands.
        Photo = "photo",
        /// A photo of the nameplate.
        Nameplate = "nameplate",
        /// A drawing or plan.
        Drawing = "drawing",
        /// The report or sheet of installation and commissioning.
        Installation = "installation",
        /// The acceptance report.
        Acceptance = "acceptance",
        /// A manual or data sheet.
        Manual = "manual",
        /// The contract, the warranty card or a proof of purchase.
        Contract = "contract",
        /// A service order or repair report.
        Repair = "repair",
        /// Anything else.
        Other = "other",
    }
}
