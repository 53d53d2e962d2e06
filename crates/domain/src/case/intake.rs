//! How a report reaches the service.

use crate::words::words;

words! {
    /// The way a report came.
    Channel {
        /// A telephone call taken by an agent.
        Phone = "phone",
        /// E-mail.
        Mail = "mail",
        /// The web form.
        Web = "web",
        /// The code on the unit.
        Code = "code",
        /// App or mini program.
        App = "app",
        /// Fax.
        Fax = "fax",
        /// Another system, through the API.
        Api = "api",
        /// Somebody came to the counter.
        Counter = "counter",
        /// Found during an inspection or visit.
        Inspection = "inspection",
    }
}
