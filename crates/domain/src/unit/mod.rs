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
