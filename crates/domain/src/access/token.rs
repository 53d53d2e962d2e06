//! How far a personal token reaches.

use crate::words::words;

words! {
    /// What a program may do with a token: never more than the person whose it is.
    TokenReach {
        /// Read what the person may read.
        Read = "read",
        /// Do all that the person may do, but change how they sign in.
        Full = "full",
    }
}
