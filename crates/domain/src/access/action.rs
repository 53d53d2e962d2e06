//! The actions that use cases ask permission for.

use crate::words::words;

words! {
    /// What somebody wants to do. Each use case names exactly one on its first line.
    Action {
        /// Read and change one's own account, sessions and notices.
        AccountOwn = "account.own",
        /// Let programs act in one's name: make, see and revoke one's own tokens.
        TokenOwn = "token.own",
        /// Search over everything one may see.
        Search = "search",
        /// Follow live changes.
        EventsFollow = "events.follow",
        /// See the company tree.
        OrgRead = "org.read",
        /// Add, rename, move and close branches and outlets.
        OrgEdit = "org.edit",
        /// See people with their roles, skills and areas.
        PeopleRead = "people.read",
        /// Add people, change their roles, deactivate them, reset passwords.
        PeopleEdit = "people.edit",
        /// See the company's settings.
        SettingsRead = "settings.read",
        /// Change the company's settings.
        SettingsEdit = "settings.edit",
        /// Read and verify the audit log.
        AuditRead = "audit.read",
        /// See calendars.
        CalendarRead = "calendar.read",
        /// Change calendars.
        CalendarEdit = "calendar.edit",
        /// See service plans, their versions and clauses.
        PlanRead = "plan.read",
        /// Draft, edit and import plans.
        PlanEdit = "plan.edit",
        /// Publish a plan version.
        PlanPublish = "plan.publish",
        /// See products and component classes.
        ProductRead = "product.read",
        /// Change products and component classes.
        ProductEdit = "product.edit",
        /// See service regions.
        RegionRead = "region.read",
        /// Change service regions.
        RegionEdit = "region.edit",
        /// See customers, sites and contacts.
        CustomerRead = "customer.read",
        /// Change customers, sites and contacts.
        CustomerEdit = "customer.edit",
        /// See installed units and their archive.
        UnitRead = "unit.read",
        /// Register and change units.
        UnitEdit = "unit.edit",
        /// Import and export master data as spreadsheets.
        DataImport = "data.import",
        /// See agreements.
        AgreementRead = "agreement.read",
        /// Make and change agreements.
        AgreementEdit = "agreement.edit",
        /// Ask what is covered.
        EntitlementRead = "entitlement.read",
        /// Decide otherwise than the rules advise, with a reason.
        EntitlementOverride = "entitlement.override",
        /// See cases with timeline and clocks.
        CaseRead = "case.read",
        /// Report a fault.
        CaseReport = "case.report",
        /// Grade, contact, diagnose, note: the work on a case.
        CaseWork = "case.work",
        /// Assign a case or visit to a person or crew.
        CaseAssign = "case.assign",
        /// Pause and resume a clock where the plan allows.
        CasePause = "case.pause",
        /// Say how it went: sign, rate, complain, reopen.
        CaseAnswer = "case.answer",
        /// Merge, split and correct cases.
        CaseCorrect = "case.correct",
        /// Decide the cause on behalf of the service department.
        CauseVerify = "cause.verify",
        /// Approve the cost of a repair.
        CostApprove = "cost.approve",
        /// Check in, fill checklists, attach evidence, check out.
        VisitWork = "visit.work",
        /// Handle complaints.
        ComplaintHandle = "complaint.handle",
        /// Add and see files of what one may see.
        FileUse = "file.use",
        /// Read the promise ledger and its evidence.
        LedgerRead = "ledger.read",
        /// Export the ledger.
        LedgerExport = "ledger.export",
        /// Excuse a broken promise, with reason and evidence.
        LedgerExcuse = "ledger.excuse",
    }
}
