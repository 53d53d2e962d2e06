// Generated from openapi.json by `npm run api`. Do not edit.

export interface paths {
    "/api/agreement-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See what would hold under terms, without keeping anything. */
        post: operations["preview_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agreements I may see, the latest first. */
        get: operations["list_agreements"];
        put?: never;
        /** Sign an agreement. */
        post: operations["create_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agreement with the clauses in force. */
        get: operations["get_agreement"];
        /** Write what an agreement says. */
        put: operations["change_agreement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed again and again under an agreement: occurrences by due time, up to three months ahead. */
        get: operations["list_agreement_duties"];
        put?: never;
        /** Note that an occurrence was done or partly done, excuse one that was missed, or withdraw an entry. */
        post: operations["record_duty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/duties/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why an occurrence falls on its day and when its window closes. */
        get: operations["explain_duty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an agreement early. */
        post: operations["end_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an agreement, the last first. */
        get: operations["agreement_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agreements/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew an agreement from the day after it ends. */
        post: operations["renew_agreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, newest first. */
        get: operations["list_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute every hash of the log. */
        get: operations["verify_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show how a calendar opens in a month and when a limit would be due, without keeping it. */
        post: operations["preview_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calendars of the company, built-in ones included. */
        get: operations["list_calendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One calendar. */
        get: operations["get_calendar"];
        /** Write a calendar; version 0 makes a new one, or one in place of a built-in one. Open clocks are computed anew. */
        put: operations["save_calendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is calling: the people and the last cases behind a telephone number. */
        get: operations["look_up_caller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases I may see: of open ones that which breaks next first, of ended ones that which ended last. */
        get: operations["list_cases"];
        put?: never;
        /** Report a fault: the report is kept, and its clocks start. */
        post: operations["report_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with timeline, promises and what can be done now. */
        get: operations["get_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an action. The same action again changes nothing. */
        post: operations["act_on_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/entitlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the case is covered: all checks, the last one holds. */
        get: operations["case_entitlement"];
        put?: never;
        /** Check the entitlement of a case and keep the answer; with a decision of one's own, the reason. */
        post: operations["check_case_entitlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a promise is due when it is: the stretches that add up, and what they rest on. */
        get: operations["explain_promise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach a file: the body is its bytes, at most 50 MiB. */
        post: operations["attach_to_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a case. */
        get: operations["get_case_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let another case go on in this one's place; the answer is that other case. */
        post: operations["merge_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something about a case and tell the people mentioned. */
        post: operations["note_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the person who answers for a case. */
        post: operations["assign_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a part go on as another case; the answer is that new case. */
        post: operations["split_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow a case. */
        put: operations["watch_case"];
        post?: never;
        /** Follow it no longer. */
        delete: operations["unwatch_case"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name the person who answers for several cases; each is assigned or refused by itself. */
        post: operations["assign_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many cases a list has. */
        get: operations["count_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases of a list as a workbook, with the list's own filter. */
        get: operations["export_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow several cases. */
        post: operations["watch_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/components/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write everything about a component. */
        put: operations["change_component"];
        post?: never;
        /** Take a component out without another in its place. */
        delete: operations["remove_component"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/components/{id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put another component in the place of this one; both keep their serial numbers. */
        post: operations["replace_component"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write everything about a contact. */
        put: operations["change_contact"];
        post?: never;
        /** Take a contact out of lists and look-ups. */
        delete: operations["remove_contact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers I may see, the newest first, or those found. */
        get: operations["list_customers"];
        put?: never;
        /** Add a customer; one of the same name and telephone stands in the way, unless it is to be added all the same. */
        post: operations["create_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer with its sites and contacts. */
        get: operations["get_customer"];
        /** Write everything about a customer. */
        put: operations["change_customer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a customer out of lists and look-ups. */
        post: operations["archive_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a contact to a customer. */
        post: operations["add_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an archived customer back. */
        post: operations["restore_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a site to a customer. */
        post: operations["add_site"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow changes inside one's scope. Each event names its topic and subject; read the subject to see it.
         *     `Last-Event-ID` resumes after the event last seen.
         */
        get: operations["follow_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way from an empty installation to the first kept promise, and whether due work is being done. */
        get: operations["first_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of public holidays, year by year. */
        get: operations["holidays"];
        put?: never;
        /** Take over announced public holidays. Open clocks are computed anew. */
        post: operations["import_holidays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a report about a unit or under an agreement will need and promise, and what is open already. */
        get: operations["foresee_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The legal rows on file. */
        get: operations["get_law"];
        /** Replace the legal rows; an empty list brings back those that came with the product. */
        put: operations["change_law"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The promises of a period, counted by outcome and group. */
        get: operations["ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The promises of a period as a workbook. */
        get: operations["export_ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The promises of a period one by one, newest first. */
        get: operations["ledger_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I and what may I do? */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/language": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose the language of the interface. */
        put: operations["change_language"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether my notices come by mail, and when not. */
        get: operations["mail_choice"];
        /** Choose whether my notices come by mail, and when not. */
        put: operations["choose_mail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password. Ends all other sessions. */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where am I signed in? */
        get: operations["my_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions. */
        delete: operations["revoke_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tokens for programs, newest first. */
        get: operations["my_tokens"];
        put?: never;
        /** Create a token. Its secret is shown in this answer and nowhere else, so that the answer is not kept for repetition. */
        post: operations["create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of my tokens at once. */
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/views/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The filters I keep for a list. */
        get: operations["saved_views"];
        /** Keep filters for a list, in place of those kept so far. */
        put: operations["keep_views"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notices, newest first. */
        get: operations["notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notices as read; without ids all of mine. */
        post: operations["read_notices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/org": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The part of the company tree that I see. */
        get: operations["list_org"];
        put?: never;
        /** Add a branch or outlet. */
        post: operations["create_org"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/org/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One place in the tree. */
        get: operations["get_org"];
        /** Rename or move a place. */
        put: operations["change_org"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/org/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a place that has nothing open below it. */
        post: operations["close_org"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/org/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed place again. */
        post: operations["reopen_org"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People I may see, by name. */
        get: operations["list_people"];
        put?: never;
        /** Add a person, who must choose another password at the first sign-in. */
        post: operations["create_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person. */
        get: operations["get_person"];
        /** Write everything about a person but the sign-in. */
        put: operations["change_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock a person out and end their sessions. */
        post: operations["deactivate_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give somebody a new password, which they must change. */
        put: operations["reset_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a person in again. */
        post: operations["reactivate_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look a plan through without keeping it. */
        post: operations["check_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The built-in plans. */
        get: operations["list_plan_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan-versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One published version, whole. */
        get: operations["get_plan_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan-versions/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The original a published version was read from. */
        get: operations["get_plan_version_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans by title. */
        get: operations["list_plans"];
        put?: never;
        /** Begin a plan: blank, from a template, or from a file. */
        post: operations["create_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One plan with its draft and versions. */
        get: operations["get_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/deviations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A tender's demands beside the plan, better or worse, one by one. Nothing is kept. */
        post: operations["compare_tender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/deviations/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same table as a Word document or a workbook. */
        post: operations["print_tender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two versions, or since the latest one. */
        get: operations["diff_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan as a Word document or a PDF, with the plan itself inside. */
        get: operations["render_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write the draft. */
        put: operations["edit_plan"];
        post?: never;
        /** Throw the draft of a published plan away. */
        delete: operations["discard_plan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan as a file. */
        get: operations["export_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft as the next version, for good. */
        post: operations["publish_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a retired plan be used again. */
        post: operations["reinstate_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a plan out of use for new agreements. */
        post: operations["retire_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/succeed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a draft with the content of the latest version. */
        post: operations["succeed_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases of a past period under the plan, a part at a time, beside what really happened. Nothing is written. */
        get: operations["what_if"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/product-families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The families products are sorted into. */
        get: operations["list_product_families"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by model. */
        get: operations["list_products"];
        put?: never;
        /** Add a product. */
        post: operations["create_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product. */
        get: operations["get_product"];
        /** Write everything about a product. */
        put: operations["change_product"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a product out of lists; no unit of it can be registered any more. */
        post: operations["archive_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an archived product back. */
        post: operations["restore_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The warranty card behind the code on a unit. It names no person. */
        get: operations["public_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is this installation? */
        get: operations["public_info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The readings changed last. */
        get: operations["list_readings"];
        put?: never;
        /** Take in a document: the body is its bytes, at most 50 MiB. */
        post: operations["upload_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reading with its items, problems and progress. */
        get: operations["get_reading"];
        put?: never;
        post?: never;
        /** Remove a reading nobody made a plan of. */
        delete: operations["remove_reading"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose one of several plans in the document. */
        post: operations["choose_reading_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reading beside another plan. */
        get: operations["diff_reading"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the draft of a plan from the settled reading. */
        post: operations["make_plan_of_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a step again that was taken back. */
        post: operations["redo_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The original file. */
        get: operations["get_reading_source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a step: accept, correct, write, split, merge, ignore, restore or settle. */
        post: operations["step_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The extracted text the places of items count in. */
        get: operations["get_reading_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the last step back; the last hundred can be. */
        post: operations["undo_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/paste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in pasted text. */
        post: operations["paste_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All regions. */
        get: operations["list_regions"];
        put?: never;
        /** Add a region. */
        post: operations["create_region"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write everything about a region but its key. */
        put: operations["change_region"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{key}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a region out of use; sites keep it. */
        post: operations["close_region"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/regions/{key}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a closed region into use again. */
        post: operations["reopen_region"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find by any part of a name, number, telephone or serial number. */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in. Sets the session cookie. */
        post: operations["sign_in"];
        /** Sign out: ends the session and makes the browser forget it. Without a session there is nothing to do. */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings, without secrets. */
        get: operations["get_settings"];
        /** Replace the settings. */
        put: operations["change_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/{book}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A list as a workbook, with the list's own filter. */
        get: operations["export_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/{book}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in a workbook or CSV text: every row of it, or a report of every bad row. */
        post: operations["import_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/{book}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The bad rows of a workbook or CSV text as a workbook to mend and send again: each as it was sent, with what is wrong beside
         *     it. The good rows are in it too, filtered out of sight.
         */
        post: operations["report_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/{book}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty workbook to fill in, with drop-downs. */
        get: operations["get_sheet_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write everything about a site. */
        put: operations["change_site"];
        post?: never;
        /** Take a site out of lists; units that stand there keep it. */
        delete: operations["remove_site"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units I may see, the newest first, or those found. */
        get: operations["list_units"];
        put?: never;
        /** Register a unit. */
        post: operations["register_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit with its components and repairs. */
        get: operations["get_unit"];
        /** Write everything about a unit. */
        put: operations["change_unit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The photos and the archive of a unit, the newest first. */
        get: operations["list_unit_files"];
        put?: never;
        /** Put a file into the archive: the body is its bytes, at most 50 MiB. */
        post: operations["add_unit_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/archive/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a unit. */
        get: operations["get_unit_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/archive/{file}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a file out of the archive, with a reason; its line stays. */
        post: operations["remove_unit_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a component to a unit. */
        post: operations["add_component"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed again and again under the agreements of a unit. */
        get: operations["list_unit_duties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/entitlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a fault of the unit is covered, by which clause, and who pays, with all reasons. */
        get: operations["ask_entitlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/entitlement/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people decided about who pays for repairs of the unit, the last first. */
        get: operations["list_unit_decisions"];
        put?: never;
        /** Decide otherwise than the plan advises, with a reason; or give the word back to the plan. */
        post: operations["decide_unit_entitlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Note the days a unit was under repair; the warranty is resolved anew. */
        put: operations["note_repair"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a retired unit back. */
        post: operations["restore_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a unit out of service. */
        post: operations["retire_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/warranty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The warranty card of a unit, with how its warranty came to be what it is. */
        get: operations["get_warranty_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a task or a letter be tried again. */
        post: operations["retry_work"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work/trouble": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Background tasks that were stopped and letters that were given up. */
        get: operations["work_trouble"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Something a person does with a case.
         * @enum {string}
         */
        Action: "acknowledge" | "answer" | "contact" | "grade" | "diagnose" | "fail_remotely" | "demand_visit" | "propose_solution" | "agree_visit" | "assign_crew" | "dispatch" | "check_in" | "decide_cause" | "send_quote" | "accept_quote" | "approve" | "need_part" | "demand_spare" | "order_part" | "receive_part" | "bring_spare" | "notify_supplier" | "receive_supplier" | "restore" | "repair" | "sign" | "hand_over" | "sign_document" | "call_back" | "rate" | "receive_complaint" | "answer_complaint" | "settle_complaint" | "deliver_report" | "pause" | "resume" | "change_context" | "excuse" | "correct_time" | "withdraw" | "close" | "reopen" | "cancel" | "merge" | "split";
        /** @description Something that is for the caller's role to do with a thing: whether now, or why not now. */
        ActionView: {
            allowed: boolean;
            /** @description Why it is not allowed, in the caller's language. */
            because?: string | null;
            /** @description The verb, as in the path of the endpoint. */
            name: string;
        };
        /** @description A note on a case. */
        AddNote: {
            body: string;
            /** @description People to tell; they watch the case from now on. */
            mentions?: components["schemas"]["PersonId"][];
        };
        /** @description The advice. */
        Advice: {
            /** @description What it rests on, in order. */
            because: components["schemas"]["EntitlementReason"][];
            /** @description Whether warranty or contract covers it: somebody else than the customer bears labour or parts. */
            covered: boolean;
            if_part?: components["schemas"]["IfPart"] | null;
            /** @description The days of which one is to be entered before the state can be told; empty where it can. */
            missing?: components["schemas"]["StartDate"][];
            missing_reading?: components["schemas"]["UsageUnit"] | null;
            /** @description Whether the days of the heating season are to be entered before the state can be told. */
            missing_season?: boolean;
            /** @description What the customer pays; where it depends on the part, for any other part than those in `if_part`. */
            payer: components["schemas"]["Payer"];
            /** @description The state of warranty or contract on that day, the best that holds. */
            standing: components["schemas"]["Told"];
        };
        /** @description Everything an agreement says but whose it is. */
        AgreementFields: {
            /**
             * Format: int64
             * @description The contract sum in fen.
             */
            contract_fen?: number | null;
            /**
             * Format: date
             * @description The last day, inclusive.
             */
            ends_on?: string | null;
            kind: components["schemas"]["AgreementKind"];
            org?: components["schemas"]["OrgUnitId"] | null;
            plan_version: components["schemas"]["PlanVersionId"];
            sites?: components["schemas"]["SiteId"][];
            /** Format: date */
            starts_on: string;
            terms?: components["schemas"]["Terms"];
            title: string;
            units?: components["schemas"]["UnitId"][];
        };
        /** @description An agreement in a list. */
        AgreementHeadView: {
            /** Format: int64 */
            contract_fen?: number | null;
            customer: components["schemas"]["CustomerId"];
            customer_name: string;
            /** Format: date */
            ends_on?: string | null;
            id: components["schemas"]["AgreementId"];
            kind: string;
            number: string;
            /** Format: int64 */
            plan_number: number;
            plan_title: string;
            plan_version: components["schemas"]["PlanVersionId"];
            standing: components["schemas"]["AgreementStanding"];
            /** Format: date */
            starts_on: string;
            title: string;
            /**
             * Format: int64
             * @description How many units it names.
             */
            units: number;
        };
        /** @description What happened to an agreement, the last first. */
        AgreementHistory: {
            items: components["schemas"]["HistoryEntry"][];
        };
        /** @description A service agreement (服务协议): customer, units and a plan version. */
        AgreementId: string;
        /**
         * @description What sort of agreement it is.
         * @enum {string}
         */
        AgreementKind: "sale_warranty" | "maintenance_contract" | "project";
        /**
         * @description Where an agreement stands today.
         * @enum {string}
         */
        AgreementStanding: "upcoming" | "running" | "expired" | "ended";
        /** @description An agreement. */
        AgreementView: {
            actions: components["schemas"]["ActionView"][];
            clauses: components["schemas"]["ClauseInForce"][];
            /** Format: int64 */
            contract_fen?: number | null;
            customer: components["schemas"]["CustomerId"];
            customer_name: string;
            end_reason?: string | null;
            /** Format: date */
            ended_on?: string | null;
            /** Format: date */
            ends_on?: string | null;
            id: components["schemas"]["AgreementId"];
            kind: string;
            number: string;
            org: components["schemas"]["OrgUnitId"];
            plan: components["schemas"]["PlanId"];
            /** Format: int64 */
            plan_number: number;
            plan_title: string;
            plan_version: components["schemas"]["PlanVersionId"];
            renewed_by?: components["schemas"]["AgreementId"] | null;
            renews?: components["schemas"]["AgreementId"] | null;
            sites: components["schemas"]["SiteId"][];
            standing: components["schemas"]["AgreementStanding"];
            /** Format: date */
            starts_on: string;
            terms: components["schemas"]["Terms"];
            title: string;
            units: components["schemas"]["UnitId"][];
            /** Format: int64 */
            version: number;
        };
        /**
         * @description From what the next recurrence is counted.
         * @enum {string}
         */
        Anchor: "start" | "last_done";
        /**
         * @description What an answer to a parameter looks like.
         * @enum {string}
         */
        AnswerKind: "limit" | "term" | "number" | "fen" | "basis_points" | "charge" | "calendar" | "text";
        /**
         * @description Who answers a checklist.
         * @enum {string}
         */
        Answers: "engineer" | "customer_survey";
        /** @description A personal token for programs. */
        ApiTokenId: string;
        /** @description One's own tokens. */
        ApiTokens: {
            items: components["schemas"]["ApiTokenView"][];
        };
        /** @description A token without its secret. */
        ApiTokenView: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            id: components["schemas"]["ApiTokenId"];
            /** @description Whether it can be used. */
            living: boolean;
            name: string;
            reach: components["schemas"]["TokenReach"];
            /** Format: date-time */
            revoked_at?: string | null;
            /**
             * Format: date-time
             * @description Noted every few minutes.
             */
            used_at?: string | null;
        };
        AskedCharge: ("free" | "at_cost" | "price_list" | "by_quote" | "refused") | string;
        /** @description What the customer pays for each kind of cost, as a plan states it or leaves it to be asked. */
        AskedCharges: {
            /** @description Working time. */
            labour: components["schemas"]["AskedCharge"];
            /** @description Parts and material. */
            parts: components["schemas"]["AskedCharge"];
            /** @description Transport of the unit or part. */
            shipping: components["schemas"]["AskedCharge"];
            /** @description The journey. */
            travel: components["schemas"]["AskedCharge"];
        };
        AskedCount: number | string;
        /** @example natural:PT24H */
        AskedLimit: string;
        AskedNumber: number | string;
        /** @example months:24 */
        AskedTerm: string;
        /** @description Names the person who answers for a case. */
        AssignCase: {
            owner: components["schemas"]["PersonId"];
        };
        /** @description Names the person who answers for several cases. */
        AssignSeveral: {
            /** @description At most 50. */
            cases: components["schemas"]["SeenCase"][];
            owner: components["schemas"]["PersonId"];
        };
        /** @description A file of the case. */
        AttachmentView: {
            /** Format: date-time */
            created_at: string;
            created_by: string;
            id: string;
            media_type: string;
            name: string;
            /** @description SHA-256 of the content. */
            sha256: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description A way to reach the service. */
        Attendance: {
            /** @description Number or address. */
            address: string;
            /** @description Who attends, in words: "an experienced engineer". */
            attended_by?: string | null;
            /** @description Which way. */
            channel: components["schemas"]["ContactPoint"];
            /** @description When somebody attends. */
            hours: string;
        };
        /** @description When somebody attends at the company, for whom a promise is held against it. */
        AttendedView: {
            /** @description The calendar by which plans name it. */
            calendar: components["schemas"]["CalendarName"];
            /**
             * Format: int64
             * @description The longest time in the coming year in which nobody attends, in minutes.
             */
            longest_closed_minutes: number;
            /** @description Shown to people. */
            title: string;
            /** @description The usual hours of each day from Monday to Sunday, as `09:00-12:00`; a day without any is not attended. */
            week: string[][];
        };
        /** @description Whether the log is as it was written. */
        AuditVerdict: {
            /** @description The first broken row of each chain that is not intact. */
            broken: components["schemas"]["BrokenRow"][];
            intact: boolean;
        };
        /** @description One row of the log. */
        AuditView: {
            action: string;
            actor: string;
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            chain: number;
            detail: Record<string, never>;
            hash: string;
            kind: string;
            request: string;
            /** Format: int64 */
            seq: number;
            subject: string;
        };
        /** @description Who entered a fact. */
        Author: {
            /** @description Which. */
            person: string;
            /** @enum {string} */
            who: "person";
        } | {
            /** @enum {string} */
            who: "customer";
        } | {
            /** @enum {string} */
            who: "system";
        };
        /**
         * Format: int32
         * @description A rate in basis points: 10 000 is the whole, 1 000 is 10 %.
         */
        BasisPoints: number;
        /** @description One thing a due time rests on. */
        Because: {
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @enum {string} */
            rule: "clause";
        } | {
            /**
             * Format: int32
             * @description The row, from 0.
             */
            row: number;
            /** @enum {string} */
            rule: "table_row";
        } | {
            /** @enum {string} */
            rule: "table_default";
        } | {
            /** @enum {string} */
            rule: "agreement_goes_first";
        } | {
            /** @description The question. */
            parameter: components["schemas"]["ParameterId"];
            /** @enum {string} */
            rule: "parameter_missing";
        } | {
            /** @description The other clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description Its limit, if it has one. */
            limit?: string | null;
            /** @enum {string} */
            rule: "stricter_than";
        } | {
            /**
             * Format: date-time
             * @description When it truly happened.
             */
            at: string;
            /** @description The fact. */
            event: string;
            /** @enum {string} */
            rule: "started_by";
        } | {
            /** @description The fact that began it. */
            event: string;
            /**
             * Format: date-time
             * @description From when.
             */
            from: string;
            /** @description Why. */
            reason: components["schemas"]["PauseReason"];
            /** @enum {string} */
            rule: "paused_by";
            /**
             * Format: date-time
             * @description Until when; `None` while it lasts.
             */
            until?: string | null;
        } | {
            /** @description The fact that began it. */
            event: string;
            /** @description Why it was made. */
            reason: components["schemas"]["PauseReason"];
            /** @enum {string} */
            rule: "not_paused_by";
        } | {
            /**
             * Format: int32
             * @description Minutes early that are still in time.
             */
            early_minutes: number;
            /**
             * Format: int32
             * @description Minutes late that are still in time.
             */
            late_minutes: number;
            /** @enum {string} */
            rule: "appointment";
        } | {
            /** @enum {string} */
            rule: "fits_before";
        } | {
            /** @enum {string} */
            rule: "provisional";
        } | {
            /**
             * Format: date-time
             * @description When it truly happened.
             */
            at: string;
            /** @description The fact. */
            event: string;
            /** @description Whether it was entered later than it happened. */
            late_entry: boolean;
            /** @enum {string} */
            rule: "ended_by";
        } | {
            /** @description Why. */
            reason: string;
            /** @enum {string} */
            rule: "excused";
        } | {
            /** @description Why. */
            reason: string;
            /** @enum {string} */
            rule: "not_owed";
        } | (components["schemas"]["ClockProblem"] & {
            /** @enum {string} */
            rule: "unknown";
        });
        /** @description One thing it rests on. */
        BecauseView: components["schemas"]["Because"] & {
            /** @description The sentence of the clause it names, if it names one. */
            sentence?: string | null;
        };
        /** @description How the end milestone lies to the start milestone. */
        Bound: {
            /** @description The hard limit: later is a breach. */
            limit: components["schemas"]["AskedLimit"];
            target?: components["schemas"]["AskedLimit"] | null;
            /** @enum {string} */
            type: "within";
        } | {
            /** @description How many minutes early is still in time. */
            early_minutes: components["schemas"]["AskedNumber"];
            /** @description How many minutes late is still in time. */
            late_minutes: components["schemas"]["AskedNumber"];
            /** @enum {string} */
            type: "appointment";
        } | {
            /** @description How long before. */
            limit: components["schemas"]["AskedLimit"];
            /** @enum {string} */
            type: "before";
        };
        BrokenRow: {
            /** Format: int64 */
            chain: number;
            /** Format: int64 */
            seq: number;
        };
        /** @description All calendars by name. */
        CalendarList: {
            items: components["schemas"]["CalendarView"][];
        };
        /** @description A calendar by name: `cn-office`, `always`, or one the company keeps. */
        CalendarName: string;
        /** @description A calendar with its specification. */
        CalendarView: {
            actions: components["schemas"]["ActionView"][];
            /** @description Whether it comes with the program; a company's calendar of the same name takes its place. */
            built_in: boolean;
            /** @description By which plans name it. */
            name: components["schemas"]["CalendarName"];
            /** @description As in a calendar file: weekly hours, dated overrides, versions. */
            spec: Record<string, never>;
            /** @description Shown to people. */
            title: string;
            /**
             * Format: int64
             * @description 0 for a built-in calendar nobody changed.
             */
            version: number;
        };
        /** @description What is known of a telephone number. */
        CallerLookup: {
            /** @description The last cases reported from it, newest first. */
            cases: components["schemas"]["CaseSummary"][];
            /** @description Customers and contacts with this number, or with a number that ends so. */
            known: components["schemas"]["KnownCaller"][];
        };
        /** @description One row of a call-out table. */
        CallOutRow: {
            /**
             * Format: int64
             * @description Fen per call-out.
             */
            fen: number;
            /** @description When it applies; never blank. */
            when: components["schemas"]["Condition"];
        };
        /** @description Something that is for the caller's role to do with a case: whether now, or why not now. */
        CaseActionView: {
            allowed: boolean;
            /** @description Why it is not allowed, in the caller's language. */
            because?: string | null;
            name: components["schemas"]["Action"];
            /** @description Whether words are needed. */
            needs_note: boolean;
            /** @description The kinds of proof of which at least one is needed; none needs no proof. */
            proof_any_of: components["schemas"]["Proof"][];
        };
        /** @description How many cases a list has. */
        CaseCount: {
            /**
             * Format: int64
             * @description At most 1,000.
             */
            count: number;
            /** @description Whether there are more. */
            is_more: boolean;
        };
        /** @description All checks of a case, the oldest first; the last one holds. */
        CaseEntitlement: {
            corrected?: components["schemas"]["CorrectedStanding"] | null;
            items: components["schemas"]["CheckedEntitlement"][];
            now?: components["schemas"]["EntitlementView"] | null;
        };
        /** @description One fact of a case. */
        CaseEvent: {
            /**
             * Format: date-time
             * @description When it truly happened.
             */
            at: string;
            /** @description Who entered it. */
            by: components["schemas"]["Author"];
            copied_from?: components["schemas"]["CopiedFrom"] | null;
            /** @description What happened. */
            fact: components["schemas"]["Fact"];
            /** @description Names this fact. */
            id: string;
            /**
             * Format: date-time
             * @description When it was entered; later than `at` for a late entry.
             */
            recorded_at: string;
            /**
             * Format: int32
             * @description Position in the case's history, from 1, in the order facts were recorded.
             */
            seq: number;
        };
        /** @description A service case (服务单). */
        CaseId: string;
        /** @description A case as a line of a list. */
        CaseSummary: {
            /**
             * Format: int32
             * @description Promises broken so far.
             */
            broken: number;
            channel: components["schemas"]["Channel"];
            /** @description The first words of what is wrong. */
            content: string;
            customer?: components["schemas"]["CustomerId"] | null;
            /** @description What the customer is called; told where the list was asked for names. */
            customer_name?: string | null;
            /**
             * Format: date-time
             * @description When it was closed, cancelled or merged.
             */
            ended_at?: string | null;
            has_complaint: boolean;
            id: components["schemas"]["CaseId"];
            is_paused: boolean;
            name: string;
            next?: components["schemas"]["PromiseSummary"] | null;
            /** @description `FW-20261122-0007`. */
            number: string;
            owner?: components["schemas"]["PersonId"] | null;
            phase: components["schemas"]["Phase"];
            /** Format: date-time */
            reported_at: string;
            severity?: components["schemas"]["SeverityId"] | null;
            /** @description What the plan calls that level; told where the list was asked for names. */
            severity_name?: string | null;
            unit?: components["schemas"]["UnitId"] | null;
            /** @description Product, model and serial number of the unit; told where the list was asked for names. */
            unit_name?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A case. */
        CaseView: {
            actions: components["schemas"]["CaseActionView"][];
            agreement?: components["schemas"]["AgreementId"] | null;
            attachments: components["schemas"]["AttachmentView"][];
            branch: components["schemas"]["OrgUnitId"];
            channel: components["schemas"]["Channel"];
            choices: components["schemas"]["ChoicesView"];
            /** @description What the limits depend on, as now known. */
            context: components["schemas"]["Context"];
            crew: components["schemas"]["PersonId"][];
            customer?: components["schemas"]["CustomerId"] | null;
            grading?: components["schemas"]["GradingView"] | null;
            id: components["schemas"]["CaseId"];
            /** @description What closing would leave undone besides promises, so that it needs reasons. */
            left_undone: components["schemas"]["LeftUndone"];
            notes: components["schemas"]["NoteView"][];
            /** @description `FW-20261122-0007`. */
            number: string;
            obligations: components["schemas"]["ObligationView"][];
            owner?: components["schemas"]["PersonId"] | null;
            /** @description Everybody named in this view. */
            people: components["schemas"]["PersonName"][];
            plan_title: string;
            plan_version: components["schemas"]["PlanVersionId"];
            /** @description The cases that merges and splits of the timeline name. */
            related: components["schemas"]["RelatedCase"][];
            /** @description What happened gives the customer a right to, as noted in the timeline. */
            remedies: components["schemas"]["RemedyView"][];
            /** Format: date-time */
            reported_at: string;
            site?: components["schemas"]["SiteId"] | null;
            slip: components["schemas"]["Slip"];
            /** @description What the plan requires of the slip and nobody has given yet. */
            slip_lacks: components["schemas"]["LackingField"][];
            status: components["schemas"]["Status"];
            timeline: components["schemas"]["FactView"][];
            unit?: components["schemas"]["UnitId"] | null;
            /** Format: int64 */
            version: number;
            watchers: components["schemas"]["PersonId"][];
        };
        /**
         * @description Why something is faulty.
         * @enum {string}
         */
        Cause: "design" | "process" | "material" | "accessory" | "manufacture" | "transport" | "installation" | "supplier_product" | "own_workmanship" | "wear" | "software_bug" | "operator_error" | "misuse" | "wrong_installation" | "accident" | "disaster" | "unauthorised_repair" | "unauthorised_disassembly" | "unauthorised_move" | "changed_environment" | "foreign_object" | "external_force" | "wrong_voltage" | "non_compliant_accessory" | "altered_serial" | "virus_or_system" | "normal_use" | "unknown";
        /** @description One field that changed. */
        Change: {
            /** @description The later value; `None` when it is gone. */
            after?: string | null;
            /** @description The earlier value, words as they are and anything larger as JSON; `None` when it was not there. */
            before?: string | null;
            /** @description The field: `/promise/rows/0/bound/limit`. An entry with an id of its own is named by it: `/severities/level-1/label`. */
            path: string;
        };
        /** @description A clause with different content. */
        ChangedClause: {
            /** @description Which. */
            clause: components["schemas"]["ClauseId"];
            /** @description Field by field. */
            fields: components["schemas"]["Change"][];
            /** @description Its heading in the later version. */
            heading: string;
        };
        ChangeLanguage: {
            language: components["schemas"]["Language"];
        };
        /** @description All legal rows as they should become; an empty list brings back the rows that came with the product. */
        ChangeLaw: {
            rows: components["schemas"]["LegalRow"][];
        };
        /** @description The mail server; without a password the one that is set stays. */
        ChangeMail: {
            from: string;
            host: string;
            password?: string | null;
            /** Format: int32 */
            port: number;
            security: components["schemas"]["MailSecurity"];
            username?: string;
        };
        /** @description The choice as it should become. */
        ChangeMailChoice: {
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            wanted: boolean;
        };
        ChangeOrgUnit: {
            name: string;
            parent?: components["schemas"]["OrgUnitId"] | null;
        };
        ChangePassword: {
            current_password: string;
            new_password: string;
        };
        /** @description All settings as they should become. */
        ChangeSettings: {
            attended?: components["schemas"]["CalendarName"] | null;
            company_name: string;
            default_plan?: components["schemas"]["PlanVersionId"] | null;
            heating_season?: components["schemas"]["HeatingSeason"] | null;
            hotline?: string;
            language: components["schemas"]["Language"];
            mail?: components["schemas"]["ChangeMail"] | null;
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            zone: string;
        };
        /**
         * @description The way a report came.
         * @enum {string}
         */
        Channel: "phone" | "mail" | "web" | "code" | "app" | "fax" | "api" | "counter" | "inspection";
        /**
         * @description How one kind of cost is charged to the customer, the most favourable first.
         * @enum {string}
         */
        Charge: "free" | "at_cost" | "price_list" | "by_quote" | "refused";
        /** @description What the customer pays for each kind of cost. */
        Charges: {
            /** @description Working time. */
            labour: components["schemas"]["Charge"];
            /** @description Parts and material. */
            parts: components["schemas"]["Charge"];
            /** @description Transport of the unit or part. */
            shipping: components["schemas"]["Charge"];
            /** @description The journey. */
            travel: components["schemas"]["Charge"];
        };
        /** @description One check of a case. */
        CheckedEntitlement: {
            advice: components["schemas"]["Advice"];
            /** Format: date-time */
            at: string;
            /** @description Id of the person; `rules` where the rules judged anew by themselves. */
            by: string;
            /** @description What the person is called; absent where it was no person. */
            by_name?: string | null;
            decision?: components["schemas"]["Charges"] | null;
            /** @description The person whose act prompted the rules to judge anew. */
            prompted_by_name?: string | null;
            reason: string;
            /**
             * Format: int32
             * @description Its number within the case, from 1.
             */
            seq: number;
        };
        /** @description Checks the entitlement of a case, and decides otherwise where a person does. */
        CheckEntitlement: {
            cause?: components["schemas"]["Cause"] | null;
            component?: components["schemas"]["ComponentClass"] | null;
            decision?: components["schemas"]["Charges"] | null;
            /** @description Why a person decides otherwise. */
            reason?: string;
            subject?: components["schemas"]["Subject"] | null;
        };
        /** @description One line of a checklist. */
        CheckItem: {
            /** @description What proves it. */
            evidence?: components["schemas"]["ConductEvidence"];
            /** @description Stable across versions. */
            id: components["schemas"]["ItemId"];
            /** @description What must be so. */
            text: string;
        };
        /** @description What is wrong with a plan. */
        CheckView: {
            attended?: components["schemas"]["AttendedView"] | null;
            /** @description How many problems stand in the way of publishing. */
            blocking: number;
            faults: components["schemas"]["FaultView"][];
            problems: components["schemas"]["ProblemView"][];
        };
        /** @description A name with what people read. */
        Choice: {
            id: string;
            label: string;
        };
        /** @description What the limits of a case can depend on, by the plan; an empty list means that this plan makes no difference. */
        ChoicesView: {
            /** @description The kinds of question. */
            questions: components["schemas"]["Choice"][];
            regions: components["schemas"]["Choice"][];
            service_levels: components["schemas"]["Choice"][];
        };
        /** @description Which plan of the document. */
        ChoosePlan: {
            /**
             * Format: int32
             * @description Its place among the plans of the document, from 0.
             */
            plan: number;
        };
        /** @description A class of components, as plans name it. */
        ClassFields: {
            class: components["schemas"]["ComponentClass"];
            label: string;
        };
        /** @description One promise or rule of a plan. */
        Clause: {
            /** @description Who owes it. */
            binds?: components["schemas"]["Party"];
            /** @description What the clause is called on screen and paper. */
            heading: string;
            /** @description Stable across versions of the plan. */
            id: components["schemas"]["ClauseId"];
            /** @description What is promised. */
            promise: components["schemas"]["Promise"];
            source?: components["schemas"]["Source"] | null;
            /** @description How strongly it binds. */
            strength?: components["schemas"]["Strength"];
            /** @description The sentence the clause states, in the plan's language. */
            text: string;
            /** @description When the whole clause applies; blank applies always. */
            when?: components["schemas"]["Condition"];
        };
        /** @description A clause within a plan; the same in every version of the plan. */
        ClauseId: string;
        /** @description A clause in force with who says so. */
        ClauseInForce: {
            clause: components["schemas"]["Clause"];
            provenance: components["schemas"]["Provenance"];
        };
        /** @description How one clause would have come out. */
        ClauseOutcomes: components["schemas"]["WhatIfOutcomes"] & {
            clause: string;
            heading: string;
        };
        /** @description A clause the refusal rests on. */
        ClauseRef: {
            heading: string;
            id: string;
            sentence?: string | null;
        };
        /** @description A clause that an answer rests on. */
        ClauseView: {
            heading: string;
            id: components["schemas"]["ClauseId"];
            law?: components["schemas"]["Floor"] | null;
            sentence: string;
        };
        /** @description Why no due time can be told. */
        ClockProblem: {
            /** @description The parameter. */
            parameter: components["schemas"]["ParameterId"];
            /** @enum {string} */
            problem: "not_answered";
        } | {
            /** @description Its name. */
            calendar: components["schemas"]["CalendarName"];
            /** @enum {string} */
            problem: "calendar_missing";
        } | {
            /** @enum {string} */
            problem: "beyond_horizon";
        };
        /** @description Working time used and left, in milliseconds, as of the answer. */
        ClockReading: {
            /** Format: date-time */
            as_of: string;
            /** @description Whether time counts at present: not at night, not on a holiday. */
            counting: boolean;
            /**
             * Format: int64
             * @description Negative past the limit.
             */
            left_ms: number;
            /** Format: int64 */
            used_ms: number;
        };
        /** @description An action with everything it needs. */
        Command: {
            /**
             * Format: date-time
             * @description When it truly happened; now when left out. Earlier than now is a late entry, and marked as one.
             */
            at?: string | null;
            /** @description What is done. */
            do: components["schemas"]["What"];
            /** @description What proves it. */
            evidence?: components["schemas"]["Evidence"][];
            /** @description What was found, said or done; the reason of a correction; the customer's word at closing. */
            note?: string;
        };
        /** @description The compensation one clause owes on a case. */
        CompensationOwed: {
            /**
             * Format: int64
             * @description The most it may come to; absent where the clause names no cap.
             */
            cap_fen?: number | null;
            /** @description The clause that owes it. */
            clause: components["schemas"]["ClauseId"];
            /**
             * Format: int64
             * @description What is owed.
             */
            fen: number;
            /** @description The broken promises it is owed for; they add up to `fen`, or to more where the cap holds. */
            parts: components["schemas"]["CompensationPart"][];
        };
        /** @description The compensation for one broken promise. */
        CompensationPart: {
            /**
             * Format: int32
             * @description Which occurrence of it.
             */
            cycle: number;
            /**
             * Format: int64
             * @description What each comes to.
             */
            each_fen: number;
            /**
             * Format: int64
             * @description All of them.
             */
            fen: number;
            /** @description The limit that was broken. */
            limit: components["schemas"]["ClauseId"];
            /** @description What is counted. */
            unit: components["schemas"]["CompensationUnit"];
            /**
             * Format: int32
             * @description How many, begun ones included.
             */
            units: number;
        };
        /**
         * @description What a compensation counts.
         * @enum {string}
         */
        CompensationUnit: "hour" | "day" | "once";
        /** @description A class of components with a term of its own: `bulb`, `compressor`. */
        ComponentClass: string;
        /** @description Everything people say about a component. */
        ComponentFields: {
            /** @description One of the product's classes of components. */
            class: components["schemas"]["ComponentClass"];
            /**
             * Format: date
             * @description The day it was fitted; left out for one that was there from the start.
             */
            fitted_on?: string | null;
            /** @description The class's label when left empty. */
            name?: string;
            serial?: string;
        };
        /** @description A component of a unit. */
        ComponentId: string;
        /** @description A component of a unit. One that was replaced keeps its line, and names what replaced it. */
        ComponentView: {
            actions: components["schemas"]["ActionView"][];
            class: components["schemas"]["ComponentClass"];
            /** Format: date */
            fitted_on?: string | null;
            id: components["schemas"]["ComponentId"];
            name: string;
            /** Format: date */
            removed_on?: string | null;
            /** @description The serial number of the component this one replaced. */
            replaced_serial?: string | null;
            replaces?: components["schemas"]["ComponentId"] | null;
            serial: string;
            /** Format: int64 */
            version: number;
        };
        /**
         * @description A conjunction over the dimensions of a decision table. A dimension left empty says nothing about it.
         *
         *     INVARIANT: a condition with every dimension empty never matches by itself. A clause without a condition always
         *     applies; a table without a matching row falls to its declared default, so a forgotten cell cannot swallow everything.
         */
        Condition: {
            /**
             * @description Any of these causes of the fault.
             * @default []
             */
            cause: components["schemas"]["Cause"][];
            /**
             * @description Reported by any of these channels.
             * @default []
             */
            channel: components["schemas"]["Channel"][];
            /**
             * @description Any of these kinds of question.
             * @default []
             */
            question: components["schemas"]["QuestionType"][];
            /**
             * @description Any of these regions or distance bands.
             * @default []
             */
            region: components["schemas"]["RegionKey"][];
            reported_between?: components["schemas"]["HoursOfDay"] | null;
            /**
             * @description Any of these service levels.
             * @default []
             */
            service_level: components["schemas"]["ServiceLevelId"][];
            /**
             * @description Any of these fault levels.
             * @default []
             */
            severity: components["schemas"]["SeverityId"][];
            /**
             * @description The warranty's or contract's state when the fault was reported.
             * @default []
             */
            standing: components["schemas"]["Standing"][];
        };
        /** @description A checklist at one stage of a visit. */
        Conduct: {
            /** @description Who answers. */
            answered_by?: components["schemas"]["Answers"];
            /** @description What is checked. */
            items: components["schemas"]["CheckItem"][];
            /** @description When it is checked. */
            stage: components["schemas"]["Stage"];
        };
        /**
         * @description What proves a checklist line.
         * @enum {string}
         */
        ConductEvidence: "tick" | "photo";
        /** @description Everything people say about a contact. */
        ContactFields: {
            /** @description What the person does there. */
            duty?: string;
            mail?: string;
            name: string;
            phone?: string;
        };
        /** @description A person to talk to at a customer's. */
        ContactId: string;
        /**
         * @description The ways to reach the service.
         * @enum {string}
         */
        ContactPoint: "hotline" | "complaint_line" | "duty_phone" | "mail" | "web" | "app" | "online_advice" | "fax" | "reception_desk" | "outlet";
        /** @description A person to talk to. */
        ContactView: {
            duty: string;
            id: components["schemas"]["ContactId"];
            mail?: string | null;
            name: string;
            phone?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description What is known of a case when clauses are matched against it. `None` is not known yet, and matches no stated value. */
        Context: {
            cause?: components["schemas"]["Cause"] | null;
            channel?: components["schemas"]["Channel"] | null;
            question?: components["schemas"]["QuestionType"] | null;
            region?: components["schemas"]["RegionKey"] | null;
            /** @description The local time of day of the report. */
            reported_time?: string | null;
            service_level?: components["schemas"]["ServiceLevelId"] | null;
            severity?: components["schemas"]["SeverityId"] | null;
            standing?: components["schemas"]["Standing"] | null;
        };
        /** @description Where a fact was first recorded, when a merge or a split brought it here. */
        CopiedFrom: {
            /** @description The case. */
            case: string;
            /** @description The fact in that case. */
            event: string;
        };
        /** @description A state of warranty or contract that a person put right. */
        CorrectedStanding: {
            /** Format: date-time */
            at: string;
            /** @description What the person is called; absent where it was no person. */
            by_name?: string | null;
            reason: string;
            standing: components["schemas"]["Standing"];
        };
        /** @description The seasons that a term counts. */
        CountedSeasons: {
            /**
             * Format: int32
             * @description How many.
             */
            count: number;
            /** @description The first: the one under way on the first day of the term, or the next. */
            first: components["schemas"]["Days"];
            /** @description The last. */
            last: components["schemas"]["Days"];
        };
        /** @description For these causes, in this standing, who pays for each kind of cost. */
        Coverage: {
            /** @description The causes this is about; empty for every cause no other clause names. */
            causes?: components["schemas"]["Cause"][];
            /** @description What the customer pays, for each kind of cost. */
            charges: components["schemas"]["AskedCharges"];
            /** @description In which states of the warranty it holds. */
            standing: components["schemas"]["Standing"][];
            /** @description What it is about. */
            subject?: components["schemas"]["Subject"];
        };
        /** @description What a warranty term is for. */
        Covered: {
            /** @description Classes of components that this term leaves out: bulbs. */
            except?: components["schemas"]["ComponentClass"][];
            /** @enum {string} */
            what: "whole_unit";
        } | {
            /** @description The class. */
            class: components["schemas"]["ComponentClass"];
            /** @enum {string} */
            what: "component";
        } | {
            /** @enum {string} */
            what: "software";
        };
        /** @description A new agreement. */
        CreateAgreement: {
            agreement: components["schemas"]["AgreementFields"];
            customer: components["schemas"]["CustomerId"];
        };
        /** @description A token to create. */
        CreateApiToken: {
            /**
             * Format: int32
             * @description Days from now, at most 366.
             */
            days: number;
            /** @description What it is for. */
            name: string;
            /** @description All that the person may do, or reading only. */
            reach: components["schemas"]["TokenReach"];
        };
        /** @description A new token with its secret, which is shown this once. */
        CreatedApiToken: components["schemas"]["ApiTokenView"] & {
            /** @description To send as `Authorization: Bearer …`. */
            secret: string;
        };
        CreateOrgUnit: {
            kind: components["schemas"]["OrgKind"];
            name: string;
            parent: components["schemas"]["OrgUnitId"];
        };
        /** @description A new person, who must choose another password at the first sign-in. */
        CreatePerson: {
            login: string;
            password: string;
            person: components["schemas"]["PersonFields"];
        };
        /** @description A new plan. */
        CreatePlan: {
            /** @description Where its first draft comes from. */
            from: components["schemas"]["PlanOrigin"];
            /** @description What it is called, where the origin's own title should not stand. */
            title?: string | null;
        };
        /** @description A new region. */
        CreateRegion: {
            /** @description As plans name it: lower-case letters, digits and hyphens. */
            key: components["schemas"]["RegionKey"];
            region: components["schemas"]["RegionFields"];
        };
        /** @description Everything people say about a customer. */
        CustomerFields: {
            /** @description The branch that looks after the customer. */
            branch: components["schemas"]["OrgUnitId"];
            kind: components["schemas"]["CustomerKind"];
            mail?: string;
            name: string;
            note?: string;
            phone?: string;
            /** @description Unified social credit code; for organisations only. */
            uscc?: string;
        };
        /** @description A customer (客户). */
        CustomerId: string;
        /**
         * @description What kind of customer: legal floors protect consumers, between businesses the contract governs.
         * @enum {string}
         */
        CustomerKind: "consumer" | "organisation";
        /** @description A customer with what the caller could do about it. */
        CustomerView: {
            actions: components["schemas"]["ActionView"][];
            /** Format: date-time */
            archived_at?: string | null;
            branch: components["schemas"]["OrgUnitId"];
            /** Format: date-time */
            created_at: string;
            id: components["schemas"]["CustomerId"];
            kind: components["schemas"]["CustomerKind"];
            mail?: string | null;
            name: string;
            note: string;
            number: string;
            /** @description Masked for those who may not see it whole. */
            phone?: string | null;
            uscc?: string | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A customer with its sites and contacts. */
        CustomerWhole: components["schemas"]["CustomerView"] & {
            contacts: components["schemas"]["ContactView"][];
            sites: components["schemas"]["SiteView"][];
        };
        /**
         * @description When the last day of a limit counted in days or months ends (Civil Code 203).
         * @enum {string}
         */
        DayEnd: "midnight" | "close_of_business";
        /** @description A stretch of days, first and last included. */
        Days: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
        };
        /** @description A task that failed too often and was stopped. */
        DeadJobView: {
            /** Format: date-time */
            due_at: string;
            kind: string;
            mark: string;
            subject: string;
            why?: string | null;
        };
        /** @description What the customer pays for repairs of the unit from a day on, whatever the plan advises; or that the plan holds again. */
        DecideEntitlement: {
            charges?: components["schemas"]["Charges"] | null;
            /**
             * Format: date
             * @description The first day it is for; today when left out.
             */
            from?: string | null;
            reason: string;
            /**
             * Format: date
             * @description The last day it is for; until somebody decides otherwise when left out.
             */
            until?: string | null;
        };
        /**
         * @description What a duty delivers.
         * @enum {string}
         */
        Deliverable: "report" | "evaluation" | "advice" | "hidden_faults" | "feedback";
        /** @description How goods are delivered. */
        Delivery: {
            notice_minutes?: components["schemas"]["AskedNumber"] | null;
            /** @description What is held ready for it: vehicles, drivers, escorts. */
            resources?: components["schemas"]["Resource"][];
            /** @description What the receiver and the crew do, in order: counted, checked, signed. */
            steps: components["schemas"]["DeliveryStep"][];
        };
        /** @description One step of a delivery. */
        DeliveryStep: {
            /** @description Stable across versions. */
            id: components["schemas"]["ItemId"];
            /** @description What is done. */
            text: string;
        };
        /** @description A sign-in that a demo offers. */
        DemoSignIn: {
            login: string;
            name: string;
            password: string;
            /** @description The code of the role, such as `service_agent`. */
            role: string;
        };
        /** @description One demand and its answer. */
        DeviationLine: {
            /** @description Why. */
            because: components["schemas"]["Grounds"];
            /** @description The demand. */
            demand: components["schemas"]["DeviationSide"];
            offer?: components["schemas"]["DeviationSide"] | null;
            /** @description How the offer stands. */
            verdict: components["schemas"]["Verdict"];
        };
        /** @description A clause of the tender or of the plan. */
        DeviationSide: {
            /** @description Which clause. */
            clause: string;
            /** @description What it is called. */
            heading: string;
            /** @description Its kind. */
            kind: string;
            /** @description What it says. */
            sentence: string;
            /** @description The number the verdict rests on, in the language that was asked for. */
            value?: string | null;
        };
        /** @description A tender beside a plan. */
        DeviationView: {
            /** @description How many demands have each verdict, in the order better, equal, worse, missing, unclear. */
            counts: number[];
            /** @description Demand by demand. */
            lines: components["schemas"]["DeviationLine"][];
            /** @description The plan's title. */
            title: string;
            /** @description Sentences that look like demands and could not be typed: a person must read them. */
            unread: string[];
        };
        /** @description The difference of two versions. */
        Diff: {
            /** @description Clauses only the later version has, in its order. */
            added: components["schemas"]["LoneClause"][];
            /** @description Clauses both have, with different content, in the later version's order. */
            changed: components["schemas"]["ChangedClause"][];
            /** @description What changed outside the clauses: title, levels, parameters, settlements. */
            frame: components["schemas"]["Change"][];
            /** @description Clauses only the earlier version has, in its order. */
            removed: components["schemas"]["LoneClause"][];
            /** @description The clauses both have stand in another order. */
            reordered: boolean;
        };
        /** @description The difference, and both versions' numbers. */
        DiffView: {
            diff: components["schemas"]["Diff"];
            /** Format: int64 */
            from: number;
            /**
             * Format: int64
             * @description Absent for the draft.
             */
            to?: number | null;
        };
        /**
         * @description The documents a plan may promise.
         * @enum {string}
         */
        DocumentKind: "feedback_slip" | "service_order" | "delivery_note" | "fault_analysis" | "project_archive" | "warranty_card" | "acceptance_report" | "inspection_report" | "inspection_certificate" | "handbook" | "customer_file";
        /** @description What became of one of them. */
        DoneOnCase: {
            /** @description Why it was not done, in the caller's language. */
            because?: string | null;
            case: components["schemas"]["CaseId"];
            done: boolean;
        };
        /** @description What became of several cases. */
        DoneOnSeveral: {
            /** @description In the order they were named. */
            items: components["schemas"]["DoneOnCase"][];
        };
        /**
         * @description While what a duty recurs.
         * @enum {string}
         */
        During: "warranty" | "contract" | "warranty_or_contract" | "always";
        /** @description What somebody says about an occurrence of a duty. */
        DutyCommand: {
            /**
             * Format: date-time
             * @description When it truly happened; now when left out.
             */
            at?: string | null;
            /** @description The clause that promises the duty. */
            clause: components["schemas"]["ClauseId"];
            /**
             * Format: int32
             * @description Which occurrence, from 1.
             */
            cycle: number;
            /** @description What it delivered. */
            delivers?: components["schemas"]["Deliverable"][];
            /** @description What is said. */
            do: components["schemas"]["DutyWhat"];
            /** @description The fact that never happened, for a withdrawal. */
            event?: string | null;
            /** @description What proves it. */
            evidence?: components["schemas"]["Evidence"][];
            /** @description What was found or done; the reason of an excuse or withdrawal. */
            note: string;
        };
        /** @description One fact about one occurrence of a duty. */
        DutyEvent: {
            /**
             * Format: date-time
             * @description When it truly happened.
             */
            at: string;
            /** @description Who entered it. */
            by: components["schemas"]["Author"];
            /** @description The clause that promises the duty. */
            clause: components["schemas"]["ClauseId"];
            /**
             * Format: int32
             * @description Which occurrence, from 1.
             */
            cycle: number;
            /** @description What happened. */
            fact: components["schemas"]["DutyFact"];
            /** @description Names this fact. */
            id: string;
            /**
             * Format: date-time
             * @description When it was entered.
             */
            recorded_at: string;
            /**
             * Format: int32
             * @description Position among the facts of the agreement, from 1.
             */
            seq: number;
        };
        /** @description What happened to an occurrence. */
        DutyFact: {
            /** @description What was delivered. */
            delivers: components["schemas"]["Deliverable"][];
            /** @description What proves it. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "partly_done";
            /** @description What was done and what is left. */
            note: string;
        } | {
            /** @description What was delivered, besides what earlier parts delivered. */
            delivers: components["schemas"]["Deliverable"][];
            /** @description What proves it. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "done";
            /** @description What was found. */
            note: string;
        } | {
            /** @enum {string} */
            fact: "excused";
            /** @description Why. */
            reason: string;
        } | {
            /** @description The fact. */
            event: string;
            /** @enum {string} */
            fact: "withdrawn";
            /** @description Why. */
            reason: string;
        };
        /**
         * @description What is done.
         * @enum {string}
         */
        DutyKind: "inspection" | "visit" | "call" | "survey" | "maintenance" | "hint" | "advice" | "training" | "review";
        /** @description Occurrences by due time. */
        DutyList: {
            items: components["schemas"]["DutyView"][];
        };
        /** @description One step of the arithmetic. */
        DutyStep: {
            /** @description While what. */
            during: components["schemas"]["During"];
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /** @enum {string} */
            step: "frame";
            /**
             * Format: date
             * @description The last day, if there is one.
             */
            until?: string | null;
        } | {
            /** @description The start, or when it was last done. */
            anchor: components["schemas"]["Anchor"];
            /**
             * Format: int32
             * @description So many of the unit.
             */
            count: number;
            /**
             * Format: date
             * @description That day.
             */
            from: string;
            /**
             * Format: date
             * @description The day it falls on.
             */
            on: string;
            /** @enum {string} */
            step: "counted";
            /** @description Days, weeks, months. */
            unit: components["schemas"]["EveryUnit"];
        } | {
            /**
             * Format: int32
             * @description Months before that day.
             */
            months: number;
            /**
             * Format: date
             * @description The day production ends.
             */
            production_ends_on: string;
            /** @enum {string} */
            step: "before";
            /**
             * Format: date
             * @description The last day in time.
             */
            until: string;
        } | {
            /**
             * Format: date
             * @description The last day.
             */
            closes_on: string;
            /**
             * Format: int32
             * @description Days before the day it falls on.
             */
            early_days: number;
            /**
             * Format: int32
             * @description Days after it.
             */
            late_days: number;
            /**
             * Format: date
             * @description The first day.
             */
            opens_on: string;
            /** @enum {string} */
            step: "window";
        };
        /** @description One occurrence of a duty. */
        DutyView: components["schemas"]["Obligation"] & {
            actions: components["schemas"]["ActionView"][];
            agreement: components["schemas"]["AgreementId"];
            agreement_number: string;
            agreement_title: string;
            /** @description What it must deliver. */
            delivers: components["schemas"]["Deliverable"][];
            /** @description What was noted about it, in the order it was recorded. */
            facts: components["schemas"]["DutyEvent"][];
            heading: string;
            sentence: string;
            what?: components["schemas"]["DutyKind"] | null;
        };
        /**
         * @description What is said about an occurrence.
         * @enum {string}
         */
        DutyWhat: "partly_done" | "done" | "excuse" | "withdraw";
        /** @description When and why an agreement ends. */
        EndAgreement: {
            /**
             * Format: date
             * @description The last day it holds.
             */
            on: string;
            reason: string;
        };
        /** @description One thing the advice rests on. */
        EntitlementReason: {
            /** @enum {string} */
            because: "term_runs";
            /** @description The term. */
            term: components["schemas"]["ResolvedTerm"];
        } | {
            /** @enum {string} */
            because: "term_over";
            /** @description The term. */
            term: components["schemas"]["ResolvedTerm"];
        } | {
            /** @description What it allows. */
            allows: components["schemas"]["Usage"];
            /** @enum {string} */
            because: "used_up";
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description What was read. */
            read: components["schemas"]["Usage"];
        } | {
            /** @enum {string} */
            because: "not_read";
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description What is to be read. */
            unit: components["schemas"]["UsageUnit"];
        } | {
            /** @enum {string} */
            because: "term_fails";
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description Why. */
            problem: components["schemas"]["TermProblem"];
        } | {
            /** @enum {string} */
            because: "component_left_out";
            /** @description The class. */
            class: components["schemas"]["ComponentClass"];
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
        } | {
            /** @enum {string} */
            because: "contract_runs";
        } | {
            /** @enum {string} */
            because: "said";
            /** @description The state. */
            standing: components["schemas"]["Standing"];
        } | {
            /** @enum {string} */
            because: "charged";
            /** @description How. */
            charges: components["schemas"]["Charges"];
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
        } | {
            /** @enum {string} */
            because: "less_favourable";
            /** @description The clause that gives way. */
            clause: components["schemas"]["ClauseId"];
        } | {
            /** @enum {string} */
            because: "no_clause";
        };
        /** @description The answer with everything it rests on. */
        EntitlementView: {
            advice: components["schemas"]["Advice"];
            cause: components["schemas"]["Cause"];
            /** @description The clauses the reasons name, each once. */
            clauses: components["schemas"]["ClauseView"][];
            decision?: components["schemas"]["UnitDecisionView"] | null;
            /** Format: date */
            on: string;
            /** @description What the product calls the parts it depends on, in their order; empty for one it does not name. */
            part_labels?: string[];
            /** @description Absent where no plan serves the unit, and the law alone promises something. */
            plan?: string | null;
            rights?: components["schemas"]["LegalRights"] | null;
            /** @description Whose plan it is. */
            source: components["schemas"]["PlanSource"];
        };
        /** @description One thing a remedy entitles to. */
        Entitles: {
            /** @enum {string} */
            what: "replace_same_model";
        } | {
            /** @enum {string} */
            what: "exchange";
        } | {
            /** @enum {string} */
            what: "return";
        } | {
            /** @enum {string} */
            what: "loaner";
        } | {
            /** @enum {string} */
            what: "free_repair";
        } | {
            /** @enum {string} */
            what: "repair_at_material_cost";
        } | {
            /** @enum {string} */
            what: "costs_borne";
        } | {
            /** @enum {string} */
            what: "removed_unit_made_good";
        } | {
            /**
             * Format: int32
             * @description Basis points off.
             */
            bps: number;
            /** @enum {string} */
            what: "discount";
        } | {
            /**
             * Format: int64
             * @description At most, in all.
             */
            cap_fen: number;
            /**
             * Format: int64
             * @description Fen per hour.
             */
            fen: number;
            /** @enum {string} */
            what: "compensation_per_hour";
        } | {
            /**
             * Format: int64
             * @description At most, in all.
             */
            cap_fen: number;
            /**
             * Format: int64
             * @description Fen per day.
             */
            fen: number;
            /** @enum {string} */
            what: "compensation_per_day";
        } | {
            /**
             * Format: int64
             * @description Fen in all.
             */
            fen: number;
            /** @enum {string} */
            what: "compensation_once";
        };
        /** @description To whom a clock is escalated when so much of it is used. */
        Escalation: {
            /**
             * Format: int32
             * @description Percent of the limit; 100 is the breach itself.
             */
            at_percent: number;
            /** @description The role whose people at the case's branch are told. */
            to: components["schemas"]["Role"];
        };
        /** @description A distance between two recurrences. */
        Every: {
            /** @description How many. */
            count: components["schemas"]["AskedCount"];
            /** @description Of what. */
            unit: components["schemas"]["EveryUnit"];
        };
        /**
         * @description What a recurrence is counted in.
         * @enum {string}
         */
        EveryUnit: "days" | "weeks" | "months";
        /** @description What proves a fact. */
        Evidence: {
            /** @description Which. */
            file: string;
            /** @enum {string} */
            proof: "file";
        } | {
            /** @description The other number. */
            phone: string;
            /** @enum {string} */
            proof: "call";
        } | {
            /** @description The other address. */
            address: string;
            /** @enum {string} */
            proof: "mail";
        } | {
            /**
             * Format: int32
             * @description Latitude.
             */
            latitude_micro: number;
            /**
             * Format: int32
             * @description Longitude.
             */
            longitude_micro: number;
            /** @enum {string} */
            proof: "check_in";
        } | {
            /** @description The image. */
            file: string;
            /** @enum {string} */
            proof: "signature";
            /** @description Who signed. */
            signer: string;
        } | {
            /** @enum {string} */
            proof: "word";
            /** @description What was said. */
            said: string;
        };
        /** @description Something that is there already. */
        ExistingRef: {
            id: string;
            /** @description What it is, as search names it. */
            kind: string;
            title: string;
        };
        /** @description The arithmetic of one occurrence. */
        ExplainedDuty: {
            heading: string;
            obligation: components["schemas"]["Obligation"];
            sentence: string;
            steps: components["schemas"]["DutyStep"][];
        };
        /** @description The arithmetic of one promise. */
        ExplainedView: {
            because: components["schemas"]["BecauseView"][];
            heading: string;
            obligation: components["schemas"]["Obligation"];
            sentence: string;
            /** @description The stretches from start to due time, without gaps; none where nothing is counted. */
            spans: components["schemas"]["SpanView"][];
            /** @description What they count in all, as `PT8H` or a number of days. */
            total?: Record<string, never> | null;
        };
        /** @description What happened. */
        Fact: {
            /** @description How it came. */
            channel: components["schemas"]["Channel"];
            /** @enum {string} */
            fact: "reported";
            question?: components["schemas"]["QuestionType"] | null;
            region?: components["schemas"]["RegionKey"] | null;
            service_level?: components["schemas"]["ServiceLevelId"] | null;
            standing?: components["schemas"]["Standing"] | null;
        } | {
            /** @description What proves it. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "reached";
            /** @description Which. */
            milestone: components["schemas"]["Milestone"];
            /** @description What was said or done, in words. */
            note: string;
        } | {
            /** @description Who. */
            crew: string[];
            /** @enum {string} */
            fact: "crew_assigned";
            /** @description In words. */
            note: string;
        } | {
            /** @description Which. */
            document: components["schemas"]["DocumentKind"];
            /** @description The document itself, or what proves that it went out. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "document_delivered";
            /** @description The fields it has. */
            fields: components["schemas"]["Field"][];
            /** @description In words. */
            note: string;
        } | {
            /** @description In the customer's words. */
            comment: string;
            /** @enum {string} */
            fact: "rated";
            /**
             * Format: int32
             * @description From 1 to 5.
             */
            stars: number;
        } | {
            /**
             * Format: date-time
             * @description When it will be reached.
             */
            expected_at: string;
            /** @enum {string} */
            fact: "expected";
            /** @description The milestone. */
            milestone: components["schemas"]["Milestone"];
            /** @description Why. */
            reason: string;
        } | {
            /**
             * Format: date-time
             * @description The time agreed on.
             */
            agreed_at: string;
            /** @description What proves it. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "visit_agreed";
        } | {
            /** @description The answers it rests on. */
            answers: {
                [key: string]: boolean;
            };
            /** @enum {string} */
            fact: "graded";
            /** @description Why, when a person decided otherwise than the answers say. */
            reason?: string | null;
            /** @description The level. */
            severity: components["schemas"]["SeverityId"];
        } | {
            /** @enum {string} */
            fact: "context_changed";
            question?: components["schemas"]["QuestionType"] | null;
            /** @description Why. */
            reason: string;
            region?: components["schemas"]["RegionKey"] | null;
            service_level?: components["schemas"]["ServiceLevelId"] | null;
            standing?: components["schemas"]["Standing"] | null;
        } | {
            /** @description What proves it. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "paused";
            /** @description In words. */
            note: string;
            /** @description Why. */
            reason: components["schemas"]["PauseReason"];
        } | {
            /** @enum {string} */
            fact: "resumed";
            /** @description The reason that is over. */
            reason: components["schemas"]["PauseReason"];
        } | {
            /** @description The cause. */
            cause: components["schemas"]["Cause"];
            /** @description Photos of it. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "cause_decided";
            /** @description In words. */
            note: string;
        } | {
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /**
             * Format: int32
             * @description Which occurrence of it in this case, from 1.
             */
            cycle: number;
            /** @description What proves it. */
            evidence: components["schemas"]["Evidence"][];
            /** @enum {string} */
            fact: "excused";
            /**
             * @description The fact that opened the occurrence: its number may become another one when cases are merged or facts withdrawn.
             *     The number alone counts where this is left out.
             */
            opened_by?: string | null;
            /** @description Why. */
            reason: string;
        } | {
            /** @description The clause that gives it. */
            clause: components["schemas"]["ClauseId"];
            /** @enum {string} */
            fact: "remedy_opened";
            /** @description What opened it. */
            ground: components["schemas"]["RemedyGround"];
        } | {
            /** @description The fact. */
            event: string;
            /** @enum {string} */
            fact: "time_corrected";
            /** @description Why. */
            reason: string;
            /**
             * Format: date-time
             * @description When it truly happened.
             */
            to: string;
        } | {
            /** @description The fact. */
            event: string;
            /** @enum {string} */
            fact: "withdrawn";
            /** @description Why. */
            reason: string;
        } | {
            /** @description What the customer said. */
            customer_word: string;
            /** @enum {string} */
            fact: "closed";
            /** @description Why the promises that still ran are not owed, and nobody comes or brings what was still to come, if anything was. */
            not_owed?: string | null;
            nothing_done?: components["schemas"]["NothingDone"] | null;
        } | {
            /** @enum {string} */
            fact: "reopened";
            /** @description Why. */
            reason: string;
        } | {
            /** @enum {string} */
            fact: "cancelled";
            /** @description Why. */
            reason: string;
        } | {
            /** @description The case that goes on. */
            case: string;
            /** @enum {string} */
            fact: "merged_into";
        } | {
            /** @description The case that ended. */
            case: string;
            /** @enum {string} */
            fact: "merged_from";
        } | {
            /** @description The new case. */
            case: string;
            /** @enum {string} */
            fact: "split_into";
        } | {
            /** @description The case it came from. */
            case: string;
            /** @enum {string} */
            fact: "split_from";
        };
        /** @description A fact of the timeline, in the order it was recorded. */
        FactView: components["schemas"]["CaseEvent"] & {
            /** @description Whether it only proves once more the repair that was noted before it. */
            confirmation: boolean;
            /**
             * Format: date-time
             * @description When it truly happened, after corrections.
             */
            happened_at: string;
            /** @description Whether it was entered later than it happened. */
            late_entry: boolean;
            visit?: components["schemas"]["VisitState"] | null;
            /** @description Whether it was withdrawn since. */
            withdrawn: boolean;
        };
        /** @description A letter that was given up. */
        FailedLetterView: {
            address: string;
            /** Format: int32 */
            attempts: number;
            /** Format: date-time */
            failed_at?: string | null;
            id: string;
            subject: string;
            why?: string | null;
        };
        /** @description Something in a plan, or in the terms of an agreement, that cannot be right whatever was meant. */
        Fault: {
            clause?: components["schemas"]["ClauseId"] | null;
            /** @description What is wrong. */
            code: components["schemas"]["FaultCode"];
            /** @description What stands there. */
            found: string;
            /** @description What could stand there instead, the nearest first, where a name is not known. */
            known?: string[];
            /** @description Where: a JSON pointer into the document. */
            pointer: string;
        };
        /**
         * @description What is wrong with a plan.
         * @enum {string}
         */
        FaultCode: "empty_text" | "text_too_long" | "too_many" | "empty_list" | "duplicate_id" | "unknown_zone" | "blank_condition" | "unknown_calendar" | "unknown_product" | "duplicate_row" | "empty_hours" | "unknown_severity" | "unknown_service_level" | "unknown_region" | "unknown_question" | "unknown_grading_question" | "unknown_parameter" | "unknown_clause" | "wrong_answer_kind" | "bad_answer" | "bad_percent" | "zero_limit" | "zero_count" | "too_large" | "target_after_limit" | "same_milestone" | "within_nothing" | "negative_amount" | "years_out_of_order" | "too_few_clauses" | "foreign_scope" | "no_scope" | "unanswered" | "wrong_override" | "asks_again" | "undecided" | "chosen_twice";
        /** @description A fault with what to do about it. */
        FaultView: components["schemas"]["Fault"] & {
            /** @description In the caller's language. */
            advice: string;
        };
        /** @description One rule about fees. */
        Fee: {
            /** @description The rates, by term. */
            by_term: components["schemas"]["TermRate"][];
            /** @enum {string} */
            rule: "percent_of_contract";
        } | {
            /** @description The rates, by year after the warranty's end. */
            by_year: components["schemas"]["YearRate"][];
            /** @enum {string} */
            rule: "person_day";
        } | {
            /** @description What holds when no row does. */
            otherwise_fen: components["schemas"]["AskedNumber"];
            /** @description The most specific row wins. */
            rows: components["schemas"]["CallOutRow"][];
            /** @enum {string} */
            rule: "call_out";
        } | {
            /** @description How much of the list price is charged. */
            charged_bps: components["schemas"]["AskedNumber"];
            /** @description Which list. */
            list: string;
            /** @enum {string} */
            rule: "price_list";
        } | {
            /** @enum {string} */
            rule: "parts_at_cost";
        } | {
            /** @enum {string} */
            rule: "at_cost";
        } | {
            /** @enum {string} */
            rule: "by_quote";
        } | {
            /** @description The statement. */
            rates: string;
            /** @enum {string} */
            rule: "stated";
        };
        /**
         * Format: int64
         * @description An amount of money in fen (分, 1/100 yuan). May be negative in a correction.
         */
        Fen: number;
        /**
         * @description Fields a document may require.
         * @enum {string}
         */
        Field: "name" | "phone" | "address" | "content" | "wishes" | "item" | "quantity" | "method" | "cost_per_item" | "photos" | "cause" | "prevention" | "time" | "deliverer" | "receiver" | "plan" | "configuration" | "design" | "equipment_list" | "functional_spec" | "drawings" | "work_logs" | "change_records" | "test_records" | "acceptance" | "repair_records" | "serial" | "signature" | "term" | "service_area" | "disclaimer" | "phone_hours";
        /** @description What is wrong with one field. */
        FieldProblem: {
            /** @description Stable word for the rule. */
            code: string;
            message: string;
            /** @description JSON pointer (RFC 6901) into the body; a query parameter is named after `?`. */
            pointer: string;
        };
        /** @description A stored file. */
        FileId: string;
        /**
         * @description One thing to do, in the order in which they make sense.
         * @enum {string}
         */
        FirstStep: "company" | "manager" | "plan" | "product" | "customer" | "unit" | "agreement" | "default_plan" | "case" | "kept";
        /** @description How far the installation has come. */
        FirstSteps: {
            steps: components["schemas"]["FirstStepView"][];
            /**
             * Format: date-time
             * @description Since when due work waits for a worker; absent while it is done in time.
             */
            waits_since?: string | null;
            /** @description Whether a worker was ever started. */
            worker_started: boolean;
        };
        /** @description A step: whether it is done, and whether the caller may do it. */
        FirstStepView: {
            /** @description `do`, with the reason where the caller may not. */
            actions: components["schemas"]["ActionView"][];
            done: boolean;
            /** @description Whether a first promise can be kept without it. */
            optional: boolean;
            step: components["schemas"]["FirstStep"];
        };
        /** @description A floor a promise fell below: what the law says instead. */
        Floor: {
            /** @description The rule. */
            rule: components["schemas"]["LegalRule"];
            /** @description Where it is written. */
            source: string;
            /** @description Whether it was read in a published text. */
            status: components["schemas"]["LegalStatus"];
            /** @description The least it allows. */
            value: string;
        };
        /**
         * @description A file format of plans.
         * @enum {string}
         */
        Format: "toml" | "json";
        /**
         * @description One of the two limits of a term.
         * @enum {string}
         */
        Governs: "own" | "other";
        /** @description How grave a fault is, by the answers to the plan's questions or as a person decides. */
        Grade: {
            /**
             * @description The answers to the plan's questions.
             * @default {}
             */
            answers: {
                [key: string]: boolean;
            };
            /**
             * @description Why it differs from what the answers give.
             * @default
             */
            reason: string;
            severity?: components["schemas"]["SeverityId"] | null;
        };
        /** @description How a fault gets its level: yes-or-no questions, and rules over the answers. */
        Grading: {
            /** @description The level when no rule does. */
            otherwise: components["schemas"]["SeverityId"];
            /** @description The questions, in the order they are asked. */
            questions: components["schemas"]["Named_GradingQuestionId"][];
            /** @description The first rule with a question answered yes decides. */
            rules: components["schemas"]["GradingRule"][];
        };
        /** @description A question asked when a fault is graded. */
        GradingQuestionId: string;
        /** @description One rule of the grading. */
        GradingRule: {
            /** @description Any of these answered yes. */
            if_any: components["schemas"]["GradingQuestionId"][];
            /** @description Then this level. */
            level: components["schemas"]["SeverityId"];
        };
        /** @description How the plan grades a fault. */
        GradingView: {
            levels: components["schemas"]["LevelChoice"][];
            questions: components["schemas"]["Choice"][];
        };
        /**
         * @description Why a verdict is what it is.
         * @enum {string}
         */
        Grounds: "numbers" | "included" | "part_lacking" | "not_in_every_case" | "not_binding" | "units_differ" | "starts_differ" | "left_open" | "wording" | "absent";
        /**
         * @description What the ledger is grouped by.
         * @enum {string}
         */
        GroupBy: "clause" | "plan" | "customer" | "region" | "owner" | "branch" | "severity" | "month";
        /** @description One group of the ledger. */
        GroupView: {
            /** @description What to narrow by to this group; `-` for those without any. */
            key: string;
            /** @description What it is called; empty where it has no name. */
            name: string;
            /** @description For clauses and levels: the plan they stand in. */
            plan?: string | null;
            plan_title?: string | null;
            tally: components["schemas"]["Tally"];
        };
        /** @description The days of the year on which heating begins and ends in a place. Cities set them; nothing is assumed. */
        HeatingSeason: {
            /**
             * @description The first day: `11-15`.
             * @example 11-15
             */
            from: string;
            /**
             * @description The last day, included; of the next year where it stands before the first: `03-15`.
             * @example 03-15
             */
            until: string;
        };
        /** @description Something that was done. */
        HistoryEntry: {
            /** @description `agreement.create`, `agreement.change`, `agreement.renew` or `agreement.end`. */
            action: string;
            /** Format: date-time */
            at: string;
            /** @description Name of the person. */
            by: string;
            /** @description What was written: for a change what it said before and after. */
            detail: Record<string, never>;
        };
        /** @description The table of public holidays, year by year. */
        Holidays: {
            /** @description By which calendars follow it. */
            name: string;
            years: components["schemas"]["HolidayYearView"][];
        };
        /** @description What is known of one year. */
        HolidayYearView: {
            /**
             * Format: int32
             * @description Days off.
             */
            holidays: number;
            /**
             * Format: int32
             * @description Days worked in exchange.
             */
            makeup_days: number;
            /**
             * @description `published`, `predicted` or `unknown`.
             * @example published
             */
            status: string;
            /** Format: int32 */
            year: number;
        };
        /** @description Hours of the local day: from inclusive, to exclusive. `to` before `from` runs past midnight (19:00 to 10:00). */
        HoursOfDay: {
            /** @description The first moment inside. */
            from: components["schemas"]["TimeOfDay"];
            /** @description The first moment outside again. */
            to: components["schemas"]["TimeOfDay"];
        };
        /** @description What the customer pays if the fault is in one of some parts. */
        IfPart: {
            /** @description The parts, with the last days of their terms. */
            parts: components["schemas"]["PartInWarranty"][];
            /** @description What the customer pays then. */
            payer: components["schemas"]["Payer"];
        };
        /**
         * @description How announced holidays are written.
         * @enum {string}
         */
        ImportFormat: "csv" | "json";
        /** @description Announced holidays. */
        ImportHolidays: {
            format: components["schemas"]["ImportFormat"];
            text: string;
        };
        /** @description What an import did, or would do. */
        ImportReport: {
            /** @description Rows with something wrong; with one of these nothing is written. */
            bad_rows: number;
            /** @description Whether the rows were written. */
            committed: boolean;
            /** @description Rows that are on file already as they stand. */
            known_rows: number;
            /** @description Rows that bring something new. */
            new_rows: number;
            /** @description What is wrong, in the order of the rows; at most 500 are listed here. */
            problems: components["schemas"]["RowProblem"][];
            /** @description Rows in the file below the heading. */
            rows: number;
        };
        /** @description An agreement to choose. */
        IntakeAgreement: {
            /** Format: date */
            ends_on?: string | null;
            id: components["schemas"]["AgreementId"];
            kind: string;
            number: string;
            standing: components["schemas"]["AgreementStanding"];
            title: string;
        };
        /** @description What the plan asks and promises. */
        IntakePlan: {
            /** @description Absent where the unit is served by the plan it was sold with, or the customer by the company's own. */
            agreement?: string | null;
            customer: components["schemas"]["CustomerId"];
            customer_name: string;
            grading: components["schemas"]["Choice"][];
            /** @description The level that the answers, or the person, give. */
            level?: string | null;
            levels: components["schemas"]["LevelChoice"][];
            /** @description What would be owed at once if the report were kept now. */
            promises: components["schemas"]["PromiseSummary"][];
            question_types: components["schemas"]["Choice"][];
            region?: string | null;
            regions: components["schemas"]["Choice"][];
            required: components["schemas"]["RequiredField"][];
            /** @description Whose plan it is. */
            source: components["schemas"]["PlanSource"];
            standing?: components["schemas"]["Standing"] | null;
            title: string;
        };
        /** @description What to know before a report is kept. */
        IntakeView: {
            /**
             * @description The agreements that could serve: those of the unit, the latest first, the one asked for, or those of the customer
             *     that run.
             */
            agreements: components["schemas"]["IntakeAgreement"][];
            /** @description Open cases of the same unit. */
            open: components["schemas"]["CaseSummary"][];
            plan?: components["schemas"]["IntakePlan"] | null;
            warranty?: components["schemas"]["WarrantySaid"] | null;
        };
        /** @description A document that must be issued. */
        IssuedDocument: {
            after?: components["schemas"]["Milestone"] | null;
            /** @description Only after faults of these levels; empty for all. */
            after_levels?: components["schemas"]["SeverityId"][];
            /** @description Which. */
            document: components["schemas"]["DocumentKind"];
            /** @description The fields it must have. */
            fields?: components["schemas"]["Field"][];
            within?: components["schemas"]["AskedLimit"] | null;
        };
        /** @description One entry of a checklist, a procedure or a list of required fields. */
        ItemId: string;
        /** @description The views as they should become. */
        KeepViews: {
            items: components["schemas"]["SavedView"][];
        };
        /** @description Somebody with this number. */
        KnownCaller: {
            contact?: components["schemas"]["ContactId"] | null;
            customer: components["schemas"]["CustomerId"];
            customer_name: string;
            name: string;
            /** @description The whole number; masked for those who only read. */
            phone: string;
        };
        /** @description A field that the plan requires of the slip and nobody has given yet. */
        LackingField: {
            field: components["schemas"]["Field"];
            /** @description The clause that requires it. */
            heading: string;
            sentence: string;
        };
        /**
         * @description A language of the interface.
         * @enum {string}
         */
        Language: "zh" | "en";
        /** @description How many promises were met outside their limit, by how far. */
        LatenessView: {
            /** @description Before the window of an appointment, then late by at most 15 minutes, 1 hour, 4 hours, 1 day, 3 days, and more. */
            counts: number[];
        };
        /** @description The legal rows on file. */
        LawView: {
            actions: components["schemas"]["ActionView"][];
            rows: components["schemas"]["LegalRow"][];
            /** @description Whether these are the rows that came with the product. */
            shipped: boolean;
            /** @description What the sources are called in the caller's language, where that differs from how the rows write them. */
            source_names: {
                [key: string]: string;
            };
            /** Format: int64 */
            version: number;
        };
        /** @description One promise of the ledger. */
        LedgerRowView: {
            agreement?: components["schemas"]["AgreementId"] | null;
            branch_name: string;
            case?: components["schemas"]["CaseId"] | null;
            clause: string;
            customer_name: string;
            /**
             * Format: int32
             * @description Which occurrence of the promise on this case, from 1.
             */
            cycle: number;
            /** Format: date-time */
            due_at?: string | null;
            /** Format: date-time */
            ended_at?: string | null;
            /** @description The fact of the case that ended it. */
            ended_by?: string | null;
            excuse?: string | null;
            from: components["schemas"]["Milestone"];
            heading: string;
            /**
             * Format: int64
             * @description Natural time outside the limit; negative when an appointment was met too early. Of what is broken and still owed it
             *     runs up to now; what is excused has none.
             */
            late_minutes?: number | null;
            /** @description The case's, or for a duty the agreement's: `FW-20261122-0007`. */
            number: string;
            owner_name: string;
            /** @description The title of the plan that promises it. */
            plan_title: string;
            region: string;
            /** @description What the company calls that region; empty where the case has none. */
            region_name: string;
            severity: string;
            /** @description What the plan calls that level; empty where the case has none. */
            severity_name: string;
            /** Format: date-time */
            started_at?: string | null;
            state: components["schemas"]["State"];
            to: components["schemas"]["Milestone"];
        };
        /** @description A period of the ledger. */
        LedgerView: {
            /** Format: date */
            from: string;
            group_by: components["schemas"]["GroupBy"];
            /** @description Months in order; levels as their plans list them, plan by plan; other groups the largest first. */
            groups: components["schemas"]["GroupView"][];
            lateness: components["schemas"]["LatenessView"];
            /** @description How many groups are not shown. */
            more_groups: number;
            /** Format: date */
            to: string;
            total: components["schemas"]["Tally"];
        };
        /** @description What closing the case now would leave undone, besides promises. */
        LeftUndone: {
            /** @description Whether nobody has helped the customer in any way. */
            nothing_done: boolean;
            part?: components["schemas"]["Milestone"] | null;
            visit?: components["schemas"]["OpenVisit"] | null;
        };
        /** @description A product family listed by law: `washing-machine`. */
        LegalProduct: string;
        /** @description One right. */
        LegalRight: {
            clause: components["schemas"]["ClauseId"];
            entitles: components["schemas"]["Entitles"][];
            heading: string;
            sentence: string;
            window?: components["schemas"]["RightWindow"] | null;
        };
        /** @description What the law lets a consumer claim besides a repair. */
        LegalRights: {
            /** @description Further rows that bear on them. */
            also: components["schemas"]["Floor"][];
            deduction?: components["schemas"]["UseDeduction"] | null;
            items: components["schemas"]["LegalRight"][];
            price_fen?: components["schemas"]["Fen"] | null;
            /** @description Whether entering what was paid would give a sum. */
            price_is_missing: boolean;
        };
        /** @description One dated row of the law. */
        LegalRow: {
            /** @description `whole_unit`, or a class of components. */
            covers: string;
            /**
             * Format: date
             * @description The first day it holds.
             */
            from: string;
            /** @description The product family: `washing-machine`; `listed` for every listed product, `any` for every product. */
            product: string;
            /** @description Which rule. */
            rule: components["schemas"]["LegalRule"];
            /** @description Where it is written. */
            source: string;
            /** @description Whether it was read in a published text. */
            status: components["schemas"]["LegalStatus"];
            /**
             * Format: date
             * @description The last day it holds; open when left out.
             */
            to?: string | null;
            /**
             * @description The value.
             * @example months:12
             */
            value: string;
        };
        /**
         * @description What a legal row rules.
         * @enum {string}
         */
        LegalRule: "term" | "depreciation" | "return-days" | "exchange-days" | "repeat-repair" | "repair-days" | "parts-days" | "parts-supply" | "same-fault-days" | "repair-extends-term" | "consumer-return-days" | "consumer-answer-days" | "burden-of-proof" | "lift-maintenance-days" | "lift-trapped-city" | "lift-trapped-elsewhere" | "claim-answer-days" | "term-usage" | "exchange-restarts-term" | "distance-return-days" | "busy-season-easy-days" | "busy-season-hard-days" | "loan-car-after-days" | "season-term" | "guarantee-term" | "guarantee-usage" | "safety-days" | "safety-usage" | "use-compensation-least" | "use-compensation-most" | "refund-for-exchange" | "refund-days";
        /**
         * @description Whether a legal row was read in a published text.
         * @enum {string}
         */
        LegalStatus: "confirmed" | "to_verify";
        /** @description A term that is as the law says. */
        LegalTerm: components["schemas"]["Floor"] & {
            /** @description What the plan promised, less than the law; absent where it promises no such term. */
            said?: string | null;
        };
        /** @description A fault level with what makes a fault one of it. */
        LevelChoice: {
            id: string;
            label: string;
            meaning: string;
        };
        /** @description A clause only one version has. */
        LoneClause: {
            /** @description Which. */
            clause: components["schemas"]["ClauseId"];
            /** @description Its heading. */
            heading: string;
            /** @description Its sentence. */
            text: string;
        };
        /** @description One's own choice about letters. */
        MailChoiceView: {
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /** Format: int64 */
            version: number;
            /** @description Whether notices come by mail as well. */
            wanted: boolean;
        };
        /**
         * @description How the connection to the mail server is protected.
         * @enum {string}
         */
        MailSecurity: "tls" | "starttls" | "none";
        /** @description The mail server without its password. */
        MailView: {
            from: string;
            host: string;
            password_is_set: boolean;
            /** Format: int32 */
            port: number;
            security: components["schemas"]["MailSecurity"];
            username: string;
        };
        /** @description What the plan is called and for whom. */
        MakePlan: {
            title: string;
            /** @description The trade it is for. */
            trade: string;
        };
        /** @description The signed-in person as the interface needs to know them. */
        Me: {
            /** @description The company's name; empty until it was set. */
            company: string;
            id: components["schemas"]["PersonId"];
            language: components["schemas"]["Language"];
            login: string;
            must_change_password: boolean;
            name: string;
            /** @description Name of the person's place in the company tree. */
            org: string;
            org_id: components["schemas"]["OrgUnitId"];
            /** @description Every action the person may do at all, such as `case.report`. */
            permissions: string[];
            /** @description The person's own telephone: a customer who reports a fault need not write it again. */
            phone?: string | null;
            roles: components["schemas"]["Role"][];
        };
        /** @description Merges a case into another one. */
        MergeCase: {
            /** @description The case that goes on. */
            into: components["schemas"]["CaseId"];
        };
        /**
         * @description A point in a case, a delivery or a product's life that some real action produces. Nobody ticks one by hand.
         * @enum {string}
         */
        Milestone: "reported" | "acknowledged" | "answered" | "contacted" | "graded" | "diagnosed" | "remote_attempt_failed" | "visit_demanded" | "solution_proposed" | "visit_agreed" | "crew_assigned" | "dispatched" | "on_site" | "cause_decided" | "quote_sent" | "quote_accepted" | "approved" | "part_needed" | "spare_demanded" | "part_ordered" | "part_arrived" | "spare_on_site" | "supplier_notified" | "supplier_on_site" | "restored" | "repaired" | "accepted" | "closed" | "called_back" | "rated" | "complaint_received" | "complaint_answered" | "complaint_settled" | "report_delivered" | "delivered" | "signed" | "end_of_production_announced" | "end_of_production_reached" | "duty_due" | "duty_done";
        /** @description Something a plan defines by name, with its label. */
        Named_GradingQuestionId: {
            /** @description A question asked when a fault is graded. */
            id: string;
            /** @description What people read. */
            label: string;
        };
        /** @description Something a plan defines by name, with its label. */
        Named_QuestionType: {
            /** @description A kind of question: `ordinary`, `complex`. */
            id: string;
            /** @description What people read. */
            label: string;
        };
        /** @description Something a plan defines by name, with its label. */
        Named_RegionKey: {
            /** @description A region or distance band a limit depends on: `beijing`. */
            id: string;
            /** @description What people read. */
            label: string;
        };
        /** @description Something a plan defines by name, with its label. */
        Named_ServiceLevelId: {
            /** @description A service level the customer bought: `a`. */
            id: string;
            /** @description What people read. */
            label: string;
        };
        /** @description Days under repair, both included. */
        NoteRepair: {
            /** @description The case whose repair it was. */
            case: components["schemas"]["CaseId"];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        /** @description A note on a case. */
        NoteView: {
            /** Format: date-time */
            at: string;
            author: components["schemas"]["PersonId"];
            body: string;
            id: string;
            mentions: components["schemas"]["PersonId"][];
        };
        /**
         * @description Why a case is closed although nobody helped the customer.
         * @enum {string}
         */
        NothingDone: "recovered" | "false_alarm" | "duplicate" | "taken_back" | "elsewhere" | "other";
        /** @description A notice to one person. */
        NoticeId: string;
        /** @description A page of notices and how many are unread in all. */
        Notices: {
            items: components["schemas"]["NoticeView"][];
            next?: string | null;
            /** Format: int64 */
            unread: number;
        };
        /** @description A notice. */
        NoticeView: {
            /** Format: date-time */
            at: string;
            id: components["schemas"]["NoticeId"];
            kind: string;
            params: Record<string, never>;
            read: boolean;
            subject: string;
            /** @description What it says, in the caller's language. */
            text: string;
        };
        /** @description One promise to one subject, as the facts known now leave it. */
        Obligation: {
            /** @description Less strict clauses for the same milestones, kept in sight. */
            also: components["schemas"]["ClauseId"][];
            /**
             * Format: date-time
             * @description When the limit passed unmet. Once set, only a correction of the facts takes it away.
             */
            broken_at?: string | null;
            /** @description The calendar it is counted in. */
            calendar: components["schemas"]["CalendarName"];
            /** @description The clause that governs. */
            clause: components["schemas"]["ClauseId"];
            /**
             * Format: int32
             * @description Which occurrence of the promise for this subject, from 1.
             */
            cycle: number;
            document?: components["schemas"]["DocumentKind"] | null;
            /**
             * Format: date-time
             * @description When it breaks; `None` while pending, or while a pause without an end keeps it open.
             */
            due_at?: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at?: string | null;
            /** @description The fact that ended it. */
            ended_by?: string | null;
            /** @description The reason it was excused for. */
            excuse?: string | null;
            /** @description What starts it. */
            from: components["schemas"]["Milestone"];
            /** @description Whether the fact that ended it was entered later than it happened. */
            late_entry: boolean;
            /**
             * Format: int64
             * @description How late it was fulfilled, in milliseconds of natural time after the due time; negative when an appointment was
             *     met too early.
             */
            late_ms?: number | null;
            /** @description The limit in force; none at an appointment, or where no time was promised. */
            limit?: string | null;
            /**
             * Format: date-time
             * @description At an appointment: the earliest moment that is still in time.
             */
            not_before?: string | null;
            /** @description Why it was not owed, as said when the case was closed before it could be kept or broken. */
            not_owed?: string | null;
            /** @description The fact that opened it. */
            opened_by?: string | null;
            problem?: components["schemas"]["ClockProblem"] | null;
            /** @description The due time rests on a holiday table that is not published yet. */
            provisional: boolean;
            /**
             * Format: int32
             * @description Which row of the clause's table gave the limit, from 0; `None` for the default.
             */
            row?: number | null;
            /**
             * Format: date-time
             * @description When it started.
             */
            started_at?: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["State"];
            /** @description How strongly the clause binds; what only may be done never breaks. */
            strength: components["schemas"]["Strength"];
            /**
             * Format: date-time
             * @description What is aimed at.
             */
            target_at?: string | null;
            /** @description What ends it. */
            to: components["schemas"]["Milestone"];
            /** @description When warnings are given, in order. */
            warnings: components["schemas"]["Warning"][];
        };
        /** @description A promise of the case. */
        ObligationView: components["schemas"]["Obligation"] & {
            clock?: components["schemas"]["ClockReading"] | null;
            /** @description Whether closing the case now would end it unkept, so that closing needs the reason why it is not owed. */
            given_up_by_closing: boolean;
            /** @description What the clause is called. */
            heading: string;
            /** @description The sentence of the plan. */
            sentence: string;
            /** @description What of the slip it waits for. */
            waits_for?: components["schemas"]["Field"][];
        };
        /** @description A visit to which nobody has come yet. */
        OpenVisit: {
            /**
             * Format: date-time
             * @description The time agreed on; absent where only the people who will come are named.
             */
            agreed_at?: string | null;
        };
        /**
         * @description What a place in the tree is. The company itself is made at the first start.
         * @enum {string}
         */
        OrgKind: "branch" | "outlet";
        /** @description The company tree, from the top down. */
        OrgTree: {
            items: components["schemas"]["OrgUnitView"][];
        };
        /** @description A branch or partner outlet in the company's tree. */
        OrgUnitId: string;
        /** @description A place in the company tree. */
        OrgUnitView: {
            actions: components["schemas"]["ActionView"][];
            closed: boolean;
            id: string;
            /** @description `company`, `branch` or `outlet`. */
            kind: string;
            name: string;
            /** @description Absent for the company itself. */
            parent?: string | null;
            /** Format: int64 */
            version: number;
        };
        /**
         * @description Who says what holds.
         * @enum {string}
         */
        Origin: "agreement" | "plan" | "company" | "law";
        /** @description The document a plan was read from; its bytes are those of the reading. */
        OriginalView: {
            /** @description What the file was called. */
            name: string;
            reading: components["schemas"]["ReadingId"];
            /** @description SHA-256 of its bytes. */
            sha256: string;
            /** Format: int64 */
            size: number;
        };
        /** @description A second limit of a warranty term, with its own length and its own start. */
        OtherTerm: {
            /** @description The days it may start on, the preferred first. The first that is known counts. */
            starts_from: components["schemas"]["StartDate"][];
            /**
             * @description How long it lasts.
             * @example months:30
             */
            term: string;
            /** @description Which of the two ends the warranty. */
            whichever?: components["schemas"]["Whichever"];
        };
        /** @description What holds when no row of the table does. */
        Otherwise: "no_promise" | {
            /** @description This bound. */
            bound: components["schemas"]["Bound"];
        };
        /** @description A value of the agreement's own, in place of a clause's. */
        Override: {
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description What holds instead. */
            value: components["schemas"]["OverrideValue"];
        };
        /** @description What holds in place of a clause's own value. */
        OverrideValue: {
            /** @description The contract's term. */
            term: components["schemas"]["StatedTerm"];
            /** @enum {string} */
            what: "term";
        } | {
            /** @description The project's own limit. */
            bound: components["schemas"]["Bound"];
            /** @enum {string} */
            what: "bound";
        };
        /** @description One page of a list. */
        Page_AgreementHeadView: {
            items: {
                /** Format: int64 */
                contract_fen?: number | null;
                customer: components["schemas"]["CustomerId"];
                customer_name: string;
                /** Format: date */
                ends_on?: string | null;
                id: components["schemas"]["AgreementId"];
                kind: string;
                number: string;
                /** Format: int64 */
                plan_number: number;
                plan_title: string;
                plan_version: components["schemas"]["PlanVersionId"];
                standing: components["schemas"]["AgreementStanding"];
                /** Format: date */
                starts_on: string;
                title: string;
                /**
                 * Format: int64
                 * @description How many units it names.
                 */
                units: number;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_AuditView: {
            items: {
                action: string;
                actor: string;
                /** Format: date-time */
                at: string;
                /** Format: int64 */
                chain: number;
                detail: Record<string, never>;
                hash: string;
                kind: string;
                request: string;
                /** Format: int64 */
                seq: number;
                subject: string;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_CaseSummary: {
            items: {
                /**
                 * Format: int32
                 * @description Promises broken so far.
                 */
                broken: number;
                channel: components["schemas"]["Channel"];
                /** @description The first words of what is wrong. */
                content: string;
                customer?: components["schemas"]["CustomerId"] | null;
                /** @description What the customer is called; told where the list was asked for names. */
                customer_name?: string | null;
                /**
                 * Format: date-time
                 * @description When it was closed, cancelled or merged.
                 */
                ended_at?: string | null;
                has_complaint: boolean;
                id: components["schemas"]["CaseId"];
                is_paused: boolean;
                name: string;
                next?: components["schemas"]["PromiseSummary"] | null;
                /** @description `FW-20261122-0007`. */
                number: string;
                owner?: components["schemas"]["PersonId"] | null;
                phase: components["schemas"]["Phase"];
                /** Format: date-time */
                reported_at: string;
                severity?: components["schemas"]["SeverityId"] | null;
                /** @description What the plan calls that level; told where the list was asked for names. */
                severity_name?: string | null;
                unit?: components["schemas"]["UnitId"] | null;
                /** @description Product, model and serial number of the unit; told where the list was asked for names. */
                unit_name?: string | null;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_CustomerView: {
            items: {
                actions: components["schemas"]["ActionView"][];
                /** Format: date-time */
                archived_at?: string | null;
                branch: components["schemas"]["OrgUnitId"];
                /** Format: date-time */
                created_at: string;
                id: components["schemas"]["CustomerId"];
                kind: components["schemas"]["CustomerKind"];
                mail?: string | null;
                name: string;
                note: string;
                number: string;
                /** @description Masked for those who may not see it whole. */
                phone?: string | null;
                uscc?: string | null;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_LedgerRowView: {
            items: {
                agreement?: components["schemas"]["AgreementId"] | null;
                branch_name: string;
                case?: components["schemas"]["CaseId"] | null;
                clause: string;
                customer_name: string;
                /**
                 * Format: int32
                 * @description Which occurrence of the promise on this case, from 1.
                 */
                cycle: number;
                /** Format: date-time */
                due_at?: string | null;
                /** Format: date-time */
                ended_at?: string | null;
                /** @description The fact of the case that ended it. */
                ended_by?: string | null;
                excuse?: string | null;
                from: components["schemas"]["Milestone"];
                heading: string;
                /**
                 * Format: int64
                 * @description Natural time outside the limit; negative when an appointment was met too early. Of what is broken and still owed it
                 *     runs up to now; what is excused has none.
                 */
                late_minutes?: number | null;
                /** @description The case's, or for a duty the agreement's: `FW-20261122-0007`. */
                number: string;
                owner_name: string;
                /** @description The title of the plan that promises it. */
                plan_title: string;
                region: string;
                /** @description What the company calls that region; empty where the case has none. */
                region_name: string;
                severity: string;
                /** @description What the plan calls that level; empty where the case has none. */
                severity_name: string;
                /** Format: date-time */
                started_at?: string | null;
                state: components["schemas"]["State"];
                to: components["schemas"]["Milestone"];
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_PersonView: {
            items: {
                actions: components["schemas"]["ActionView"][];
                active: boolean;
                areas: string[];
                customer?: components["schemas"]["CustomerId"] | null;
                email?: string | null;
                id: components["schemas"]["PersonId"];
                language: string;
                login: string;
                name: string;
                org: components["schemas"]["OrgUnitId"];
                phone?: string | null;
                roles: components["schemas"]["Role"][];
                skills: string[];
                /** Format: int64 */
                version: number;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_PlanHeadView: {
            items: {
                /** Format: date-time */
                changed_at: string;
                has_draft: boolean;
                id: components["schemas"]["PlanId"];
                /**
                 * Format: int64
                 * @description The number of the latest published version; 0 before the first.
                 */
                latest_number: number;
                latest_version?: components["schemas"]["PlanVersionId"] | null;
                retired: boolean;
                title: string;
                trade: string;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_ProductView: {
            items: {
                actions: components["schemas"]["ActionView"][];
                archived: boolean;
                brand: string;
                component_classes: components["schemas"]["ClassFields"][];
                /** Format: date */
                end_of_production_on?: string | null;
                family: string;
                id: components["schemas"]["ProductId"];
                legal_product?: components["schemas"]["LegalProduct"] | null;
                model: string;
                name: string;
                plan_version?: components["schemas"]["PlanVersionId"] | null;
                /** Format: int64 */
                version: number;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /** @description One page of a list. */
        Page_UnitView: {
            items: {
                actions: components["schemas"]["ActionView"][];
                agreement?: components["schemas"]["AgreementId"] | null;
                branch: components["schemas"]["OrgUnitId"];
                card: components["schemas"]["Paper"];
                /** Format: date-time */
                created_at: string;
                customer: components["schemas"]["CustomerId"];
                customer_name: string;
                dates: {
                    [key: string]: string;
                };
                id: components["schemas"]["UnitId"];
                model: string;
                note: string;
                number: string;
                place: string;
                price_fen?: components["schemas"]["Fen"] | null;
                product: components["schemas"]["ProductId"];
                product_name: string;
                proof: components["schemas"]["Paper"];
                /** Format: date-time */
                retired_at?: string | null;
                serial: string;
                site?: components["schemas"]["SiteId"] | null;
                site_name?: string | null;
                territory: components["schemas"]["Territory"];
                /** Format: int64 */
                usage_amount?: number | null;
                /** Format: int64 */
                version: number;
                warranty?: components["schemas"]["WarrantySaid"] | null;
                /**
                 * Format: date
                 * @description The last day of the whole unit's warranty, as last resolved.
                 */
                warranty_ends_on?: string | null;
            }[];
            /** @description Give it as `after` to get the next page; absent on the last one. */
            next?: string | null;
        };
        /**
         * @description Whether a paper, the warranty card or the proof of purchase, is there.
         * @enum {string}
         */
        Paper: "present" | "missing";
        /** @description A question the plan leaves open until it is applied. */
        Parameter: {
            /** @description What an answer looks like. */
            answer: components["schemas"]["AnswerKind"];
            /** @description Its name, used as `ask:name` in clauses. */
            id: components["schemas"]["ParameterId"];
            /** @description What is asked, in the plan's language. */
            question: string;
            /** @description An answer to start from. */
            suggested?: string | null;
            /** @description What holds when nobody answers. */
            unanswered?: components["schemas"]["Unanswered"];
        };
        /** @description A question the plan leaves open until it is applied. */
        ParameterId: string;
        /** @description A part, or the software, whose own term runs. */
        PartInWarranty: {
            class?: components["schemas"]["ComponentClass"] | null;
            /**
             * Format: date
             * @description The last day of its term; absent for a lifetime.
             */
            ends_on?: string | null;
        };
        /** @description One rule about spare parts. */
        Parts: {
            /** @description The kinds, the first to be stocked first. */
            kinds: components["schemas"]["StockKind"][];
            /** @enum {string} */
            rule: "stocked";
        } | {
            /** @enum {string} */
            rule: "project_pool";
        } | {
            /** @description Counted from. */
            from: components["schemas"]["SupplyStart"];
            /** @enum {string} */
            rule: "supplied_for";
            /** @description Years. */
            years: components["schemas"]["AskedCount"];
        } | {
            /** @enum {string} */
            rule: "supplied_for_design_life";
        } | {
            /**
             * Format: int32
             * @description Months ahead.
             */
            months: number;
            /** @enum {string} */
            rule: "end_of_production_notice";
        } | {
            /** @enum {string} */
            rule: "next_generation_compatible";
        } | {
            /**
             * Format: int32
             * @description How much of the reference, at most.
             */
            at_most_bps: number;
            /** @description The reference. */
            reference: components["schemas"]["PriceReference"];
            /** @enum {string} */
            rule: "price_ceiling";
        } | {
            /** @enum {string} */
            rule: "genuine_only";
        } | {
            /** @enum {string} */
            rule: "ordered_from_maker";
        } | {
            /** @description The statement. */
            places: string;
            /** @enum {string} */
            rule: "locations_stated";
        };
        /**
         * @description Who owes what a clause says.
         * @enum {string}
         */
        Party: "supplier" | "customer";
        /** @description Text from the clipboard. */
        PasteText: {
            text: string;
            /** @description What to call it. */
            title: string;
        };
        /**
         * @description Why a clock stands still.
         * @enum {string}
         */
        PauseReason: "waiting_for_customer" | "customer_rescheduled" | "no_access" | "waiting_for_quote_acceptance" | "waiting_for_part" | "waiting_for_supplier" | "force_majeure";
        /** @description What the customer pays for each kind of cost. */
        Payer: {
            /** @description Working time. */
            labour: components["schemas"]["Share"];
            /** @description Parts and material. */
            parts: components["schemas"]["Share"];
            /** @description Transport of the unit or part. */
            shipping: components["schemas"]["Share"];
            /** @description The journey. */
            travel: components["schemas"]["Share"];
        };
        /** @description Everything about a person but the sign-in. */
        PersonFields: {
            areas?: string[];
            customer?: components["schemas"]["CustomerId"] | null;
            email?: string;
            language?: components["schemas"]["Language"];
            name: string;
            org: components["schemas"]["OrgUnitId"];
            phone?: string;
            roles: components["schemas"]["Role"][];
            skills?: string[];
        };
        /** @description A person who signs in. */
        PersonId: string;
        /** @description A person by name. */
        PersonName: {
            id: components["schemas"]["PersonId"];
            name: string;
        };
        /** @description A person with what the caller could do about them. */
        PersonView: {
            actions: components["schemas"]["ActionView"][];
            active: boolean;
            areas: string[];
            customer?: components["schemas"]["CustomerId"] | null;
            email?: string | null;
            id: components["schemas"]["PersonId"];
            language: string;
            login: string;
            name: string;
            org: components["schemas"]["OrgUnitId"];
            phone?: string | null;
            roles: components["schemas"]["Role"][];
            skills: string[];
            /** Format: int64 */
            version: number;
        };
        /**
         * @description How far a case has come.
         * @enum {string}
         */
        Phase: "new" | "in_progress" | "on_site" | "restored" | "repaired" | "accepted" | "closed" | "cancelled" | "merged";
        /** @description A service plan: draft, or the content of a published version. */
        Plan: {
            /** @description The calendar of its working time. */
            calendar: components["schemas"]["CalendarName"];
            /** @description The clauses, in the order of the document. */
            clauses: components["schemas"]["Clause"][];
            /** @description To whom a clock about to break is escalated, by the percent used. */
            escalations?: components["schemas"]["Escalation"][];
            grading?: components["schemas"]["Grading"] | null;
            legal_product?: components["schemas"]["LegalProduct"] | null;
            /** @description What the plan leaves open. */
            parameters?: components["schemas"]["Parameter"][];
            /** @description The kinds of question limits depend on. */
            question_types?: components["schemas"]["Named_QuestionType"][];
            /** @description The regions or distance bands limits depend on. */
            regions?: components["schemas"]["Named_RegionKey"][];
            /** @description The service levels customers buy. */
            service_levels?: components["schemas"]["Named_ServiceLevelId"][];
            /** @description How contradictions between clauses were settled. */
            settlements?: components["schemas"]["Settlement"][];
            /** @description The fault levels, the gravest first. */
            severities?: components["schemas"]["Severity"][];
            /** @description What the plan is called. */
            title: string;
            /** @description The trade it is for. */
            trade: string;
            /** @description Percent of a limit at which to warn, when a clause has no marks of its own. */
            warn_at_percent?: number[];
            /** @description The IANA zone its days and hours are counted in. */
            zone?: string;
        };
        /** @description A plan in a list. */
        PlanHeadView: {
            /** Format: date-time */
            changed_at: string;
            has_draft: boolean;
            id: components["schemas"]["PlanId"];
            /**
             * Format: int64
             * @description The number of the latest published version; 0 before the first.
             */
            latest_number: number;
            latest_version?: components["schemas"]["PlanVersionId"] | null;
            retired: boolean;
            title: string;
            trade: string;
        };
        /** @description A service plan (服务方案), over all its versions. */
        PlanId: string;
        /** @description One plan of a document that holds several. */
        PlanInText: {
            /** @description Promises found in it. */
            clauses: number;
            /** @description First character of its text. */
            from: number;
            title: string;
            /** @description One past the last. */
            to: number;
        };
        /** @description Where a first draft comes from. */
        PlanOrigin: {
            /** @enum {string} */
            origin: "blank";
            title: string;
            trade: string;
        } | {
            /** @enum {string} */
            origin: "template";
            template: string;
        } | {
            format: components["schemas"]["Format"];
            /** @enum {string} */
            origin: "file";
            text: string;
        } | {
            /** @enum {string} */
            origin: "document";
            plan: components["schemas"]["Plan"];
        };
        /** @description A contradiction, or something missing. */
        PlanProblem: {
            /** @description What it is about: `reported > on_site`, a parameter, a level. */
            about: string;
            /** @description What it is. */
            code: components["schemas"]["ProblemCode"];
            floor?: components["schemas"]["Floor"] | null;
            governs?: components["schemas"]["ClauseId"] | null;
            proposal?: components["schemas"]["Settlement"] | null;
            settled_by?: components["schemas"]["SettledBy"] | null;
            /** @description The clauses on either side. Empty when no clause says anything. */
            sides: components["schemas"]["Side"][];
            /** @description Whether it stands in the way of publishing. */
            weight: components["schemas"]["Weight"];
        };
        /**
         * @description Whose plan it is that holds for a unit.
         * @enum {string}
         */
        PlanSource: "agreement" | "product" | "company" | "law";
        /** @description One published, immutable version of a plan. */
        PlanVersionId: string;
        /** @description A plan with its draft, problems and versions. */
        PlanView: {
            actions: components["schemas"]["ActionView"][];
            /** @description What is wrong with the draft, or with the latest version where there is no draft. */
            check: components["schemas"]["CheckView"];
            draft?: components["schemas"]["Plan"] | null;
            id: components["schemas"]["PlanId"];
            original?: components["schemas"]["OriginalView"] | null;
            retired: boolean;
            title: string;
            trade: string;
            /** Format: int64 */
            version: number;
            /** @description The latest first. */
            versions: components["schemas"]["VersionHeadView"][];
        };
        /** @description What to look at. */
        Preview: {
            due?: components["schemas"]["TryOut"] | null;
            /** @description `YYYY-MM`. */
            month: string;
            spec: Record<string, never>;
        };
        /** @description One day of the month. */
        PreviewDay: {
            /** @description `YYYY-MM-DD`. */
            date: string;
            /** @description `09:00-12:00`; empty on a closed day. */
            hours: string[];
            /** @description Of the holiday, where it has one. */
            name: string;
            /** @description `weekly`, `holiday`, `makeup` or `special`. */
            rule: string;
        };
        /** @description When the limit is due, and why. */
        PreviewDue: {
            /** Format: date-time */
            at: string;
            /** @description Whether it rests on holidays not announced yet. */
            provisional: boolean;
            spans: components["schemas"]["PreviewSpan"][];
        };
        /** @description One stretch of the time line. */
        PreviewSpan: {
            counts: Record<string, never>;
            /** Format: date-time */
            from: string;
            /** @example counted */
            kind: string;
            rule: Record<string, never>;
            /** Format: date-time */
            to: string;
        };
        /** @description Terms to look at before they are signed. */
        PreviewTerms: {
            customer: components["schemas"]["CustomerId"];
            plan_version: components["schemas"]["PlanVersionId"];
            /** Format: date */
            starts_on: string;
            terms?: components["schemas"]["Terms"];
        };
        /** @description A month by a calendar. */
        PreviewView: {
            days: components["schemas"]["PreviewDay"][];
            due?: components["schemas"]["PreviewDue"] | null;
            /**
             * Format: int32
             * @description Minutes open in the whole month.
             */
            open_minutes: number;
            /**
             * @description How much is known of the year's public holidays.
             * @example published
             */
            year_status: string;
        };
        /**
         * @description What a price is compared with.
         * @enum {string}
         */
        PriceReference: "tender" | "usual" | "maker_list";
        /** @description A problem document (RFC 9457). */
        Problem: {
            clauses?: components["schemas"]["ClauseRef"][];
            errors?: components["schemas"]["FieldProblem"][];
            /** @description What is there already and stands in the way. */
            existing?: components["schemas"]["ExistingRef"][];
            /** @description Number of the request, for the administrator. */
            instance: string;
            /** Format: int32 */
            status: number;
            /** @description What is wrong and what to do, in the caller's language. */
            title: string;
            /**
             * @description Stable; never resolves to a page.
             * @example urn:jiannuo:problem:stale
             */
            type: string;
        };
        /**
         * @description What contradicts or is missing.
         * @enum {string}
         */
        ProblemCode: "conflicting_limits" | "out_of_order" | "graver_is_slower" | "conflicting_terms" | "conflicting_charges" | "stock_or_order" | "unattended" | "limit_unattended" | "below_the_law" | "forbidden_words" | "backwards" | "window_too_wide" | "more_of_them" | "no_term" | "no_coverage" | "standing_without_coverage" | "without_limit" | "never_used" | "not_graded" | "never_graded" | "asked" | "parameter_never_used" | "year_missing";
        /** @description A problem with what to do about it. */
        ProblemView: components["schemas"]["PlanProblem"] & {
            /** @description In the caller's language. */
            advice: string;
            /** @description Scopes that keep the sides apart, the likeliest first: each settles it as different scopes. */
            apart?: components["schemas"]["Scope"][][];
            /** @description Whether it stands in the way of publishing. */
            blocks: boolean;
        };
        /** @description Steps in order. */
        Procedure: {
            /** @description The steps, the first first. */
            steps: components["schemas"]["ProcedureStep"][];
        };
        /** @description One step. */
        ProcedureStep: {
            done_by?: components["schemas"]["Milestone"] | null;
            /** @description Stable across versions. */
            id: components["schemas"]["ItemId"];
            /** @description Who does it. */
            owner: components["schemas"]["Role"];
            /** @description What is done. */
            text: string;
        };
        /** @description Everything people say about a product. */
        ProductFields: {
            brand?: string;
            component_classes?: components["schemas"]["ClassFields"][];
            /** Format: date */
            end_of_production_on?: string | null;
            family?: string;
            legal_product?: components["schemas"]["LegalProduct"] | null;
            /** @description Unique among products. */
            model: string;
            name: string;
            plan_version?: components["schemas"]["PlanVersionId"] | null;
        };
        /** @description A product the company sells. */
        ProductId: string;
        /** @description A product with what the caller could do about it. */
        ProductView: {
            actions: components["schemas"]["ActionView"][];
            archived: boolean;
            brand: string;
            component_classes: components["schemas"]["ClassFields"][];
            /** Format: date */
            end_of_production_on?: string | null;
            family: string;
            id: components["schemas"]["ProductId"];
            legal_product?: components["schemas"]["LegalProduct"] | null;
            model: string;
            name: string;
            plan_version?: components["schemas"]["PlanVersionId"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description What a clause promises, by kind. */
        Promise: {
            /** @description What the term is for. */
            covers: components["schemas"]["Covered"];
            /** @enum {string} */
            kind: "warranty_term";
            or_term?: components["schemas"]["OtherTerm"] | null;
            or_usage?: components["schemas"]["Usage"] | null;
            /** @description Whether days under repair extend the term. */
            repair_days?: components["schemas"]["RepairDays"];
            /**
             * Format: int32
             * @description A replaced part is under warranty for the later of the remainder and this many months.
             */
            replaced_part_months?: number | null;
            /** @description The days the term may start on, the preferred first. The first that is known counts. */
            starts_from: components["schemas"]["StartDate"][];
            /** @description How long it lasts. */
            term: components["schemas"]["AskedTerm"];
            /** @description Where the unit must have been sold. */
            territory?: components["schemas"]["Territory"];
            without_proof?: components["schemas"]["StartDate"] | null;
        } | {
            /** @description The causes this is about; empty for every cause no other clause names. */
            causes?: components["schemas"]["Cause"][];
            /** @description What the customer pays, for each kind of cost. */
            charges: components["schemas"]["AskedCharges"];
            /** @enum {string} */
            kind: "coverage";
            /** @description In which states of the warranty it holds. */
            standing: components["schemas"]["Standing"][];
            /** @description What it is about. */
            subject?: components["schemas"]["Subject"];
        } | {
            calendar?: components["schemas"]["CalendarName"] | null;
            /** @description When a limit in days ends. */
            day_end?: components["schemas"]["DayEnd"];
            /** @description What starts the clock. */
            from: components["schemas"]["Milestone"];
            /** @enum {string} */
            kind: "time_limit";
            /** @description What holds when no row does. Always declared, so that a forgotten cell cannot go unnoticed. */
            otherwise: components["schemas"]["Otherwise"];
            /** @description The reasons that may pause this clock. */
            pausable_by?: components["schemas"]["PauseReason"][];
            /** @description The limit by fault level, service level, region and so on; the most specific row wins, then the first. */
            rows?: components["schemas"]["Row"][];
            /** @description What ends it. */
            to: components["schemas"]["Milestone"];
            /** @description Percent of the time used at which to warn; the plan's own marks when left out. */
            warn_at_percent?: number[];
        } | {
            /** @description What is given besides, whatever the customer chooses: the costs, the removed unit made good. */
            besides?: components["schemas"]["Entitles"][];
            /** @description What the customer may choose from. */
            entitles: components["schemas"]["Entitles"][];
            /** @enum {string} */
            kind: "remedy";
            /** @description What must have happened. */
            trigger: components["schemas"]["Trigger"];
        } | {
            /** @description From what the next one is counted. */
            anchor?: components["schemas"]["Anchor"];
            /** @description What each one delivers. */
            delivers?: components["schemas"]["Deliverable"][];
            /** @description While what lasts. */
            during?: components["schemas"]["During"];
            /** @description How many days early is still in its window. */
            early_days?: components["schemas"]["AskedNumber"];
            /** @description How often. */
            every: components["schemas"]["Every"];
            /** @enum {string} */
            kind: "recurring_duty";
            /** @description How many days late is still in its window. */
            late_days?: components["schemas"]["AskedNumber"];
            /** @description What is done. */
            what: components["schemas"]["DutyKind"];
        } | (components["schemas"]["Parts"] & {
            /** @enum {string} */
            kind: "parts";
        }) | (components["schemas"]["Fee"] & {
            /** @enum {string} */
            kind: "fee";
        }) | {
            /** @description Who answers. */
            answered_by?: components["schemas"]["Answers"];
            /** @description What is checked. */
            items: components["schemas"]["CheckItem"][];
            /** @enum {string} */
            kind: "conduct";
            /** @description When it is checked. */
            stage: components["schemas"]["Stage"];
        } | {
            after?: components["schemas"]["Milestone"] | null;
            /** @description Only after faults of these levels; empty for all. */
            after_levels?: components["schemas"]["SeverityId"][];
            /** @description Which. */
            document: components["schemas"]["DocumentKind"];
            /** @description The fields it must have. */
            fields?: components["schemas"]["Field"][];
            /** @enum {string} */
            kind: "document";
            within?: components["schemas"]["AskedLimit"] | null;
        } | {
            /** @description Number or address. */
            address: string;
            /** @description Who attends, in words: "an experienced engineer". */
            attended_by?: string | null;
            /** @description Which way. */
            channel: components["schemas"]["ContactPoint"];
            /** @description When somebody attends. */
            hours: string;
            /** @enum {string} */
            kind: "channel";
        } | {
            /** @description Who is trained. */
            audience: string;
            before?: components["schemas"]["Milestone"] | null;
            /** @description In what. */
            content: string[];
            /** @enum {string} */
            kind: "training";
            /** @description What they can do afterwards: "operates alone". */
            outcome: string;
        } | {
            /** @enum {string} */
            kind: "delivery";
            notice_minutes?: components["schemas"]["AskedNumber"] | null;
            /** @description What is held ready for it: vehicles, drivers, escorts. */
            resources?: components["schemas"]["Resource"][];
            /** @description What the receiver and the crew do, in order: counted, checked, signed. */
            steps: components["schemas"]["DeliveryStep"][];
        } | {
            /** @enum {string} */
            kind: "procedure";
            /** @description The steps, the first first. */
            steps: components["schemas"]["ProcedureStep"][];
        };
        /** @description A promise as a line of a list shows it. */
        PromiseSummary: {
            /** @description The calendar it is counted in. */
            calendar: components["schemas"]["CalendarName"];
            clause: components["schemas"]["ClauseId"];
            clock?: components["schemas"]["ClockReading"] | null;
            /** Format: int32 */
            cycle: number;
            /** Format: date-time */
            due_at?: string | null;
            from: components["schemas"]["Milestone"];
            heading: string;
            limit?: string | null;
            /** Format: date-time */
            started_at?: string | null;
            state: components["schemas"]["State"];
            /** Format: date-time */
            target_at?: string | null;
            to: components["schemas"]["Milestone"];
            warnings: components["schemas"]["Warning"][];
        };
        /**
         * @description Kinds of proof.
         * @enum {string}
         */
        Proof: "file" | "call" | "mail" | "check_in" | "signature" | "word";
        /** @description Where one clause in force comes from. */
        Provenance: {
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description Whether it is a limit of the agreement's own, which goes before the plan's for the same step wherever it holds. */
            goes_first?: boolean;
            law?: components["schemas"]["Floor"] | null;
            /** @description Who says so. */
            origin: components["schemas"]["Origin"];
            raised?: components["schemas"]["Raised"] | null;
        };
        /** @description What a stranger with the code of a unit may read: what stands on the unit itself, and what is promised for it. */
        PublicCard: {
            company: string;
            /** Format: int64 */
            days_left?: number | null;
            /** Format: date */
            ends_on?: string | null;
            hotline: string;
            /** @description The days of which one is missing. */
            missing_starts: components["schemas"]["StartDate"][];
            model: string;
            plan?: string | null;
            product_name: string;
            said?: components["schemas"]["WarrantySaid"] | null;
            serial: string;
            standing: components["schemas"]["UnitStanding"];
            terms: components["schemas"]["TermView"][];
            /** Format: date */
            today: string;
            /** @description For the link to report a fault by, which asks to sign in. */
            unit: components["schemas"]["UnitId"];
        };
        /** @description The installation, as the sign-in page shows it. */
        PublicInfo: {
            /** @description Empty until it was set. */
            company: string;
            demo: boolean;
            demo_accounts: components["schemas"]["DemoSignIn"][];
            name: string;
            /** @description Whether the first steps are still to be made. */
            needs_setup: boolean;
            version: string;
            /** @description IANA zone in which times are shown. */
            zone: string;
        };
        /** @description A kind of question: `ordinary`, `complex`. */
        QuestionType: string;
        /** @description Local times between which only urgent notices are sent; may cross midnight. */
        QuietHours: {
            /** @description `HH:MM`. */
            from: string;
            /** @description `HH:MM`. */
            to: string;
        };
        /** @description A promise below the law, computed at the legal level. */
        Raised: {
            /** @description What the law says. */
            floor: components["schemas"]["Floor"];
            /** @description What the clause said. */
            said: string;
        };
        /** @description How a promise of a printed plan differs from what was printed. */
        ReadingChange: {
            /** @description What was done with it. */
            how: components["schemas"]["ReadingChanged"];
            /** @description The lines that stand there instead; empty for what was taken out. */
            now: string;
            /** @description The lines that were printed and are no longer there; empty for what was added. */
            was: string;
        };
        /**
         * @description What was done with a promise of a printed plan.
         * @enum {string}
         */
        ReadingChanged: "changed" | "added" | "removed";
        /** @description A reading in a list. */
        ReadingHeadView: {
            /** Format: date-time */
            changed_at: string;
            created_by: string;
            id: components["schemas"]["ReadingId"];
            /** Format: int64 */
            items: number;
            /** @description What the file was called. */
            name: string;
            plan?: components["schemas"]["PlanId"] | null;
            /**
             * Format: int64
             * @description How many items are settled, and how many there are.
             */
            settled: number;
            title: string;
        };
        /** @description A document read into clauses, on its way to a plan. */
        ReadingId: string;
        /** @description One promise found in a document, or written by hand beside it. */
        ReadingItem: {
            change?: components["schemas"]["ReadingChange"] | null;
            clause?: components["schemas"]["Clause"] | null;
            /**
             * Format: int32
             * @description How sure the reader is, in percent.
             */
            confidence: number;
            mark?: components["schemas"]["ReadingMark"] | null;
            /**
             * Format: int32
             * @description Its number within the reading; never given twice.
             */
            no: number;
            /** @description What the text leaves out. */
            open?: components["schemas"]["ReadingOpen"][];
            /** @description How it came here. */
            origin: components["schemas"]["ReadingOrigin"];
            /** @description The clauses it was put together from; empty when it is of one piece. */
            pieces?: components["schemas"]["ReadingPiece"][];
            /** @description The words it rests on; empty only for a clause written without any. */
            places: components["schemas"]["ReadingPlace"][];
            /** @description What people made of it. */
            state: components["schemas"]["ReadingItemState"];
        };
        /**
         * @description What people made of an item.
         * @enum {string}
         */
        ReadingItemState: "open" | "accepted" | "corrected" | "split" | "merged" | "ignored";
        /** @description Who decided, when and why. */
        ReadingMark: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The person's name. */
            by: string;
            /** @description Why, where a reason was asked. */
            reason?: string | null;
        };
        /** @description A place in a clause that the text leaves to a person. */
        ReadingOpen: {
            /** @description A JSON pointer into the clause. */
            pointer: string;
            /** @description Why. */
            why: components["schemas"]["ReadingOpenBecause"];
        };
        /**
         * @description Why a place in a clause is open.
         * @enum {string}
         */
        ReadingOpenBecause: "missing" | "unsaid";
        /**
         * @description How an item came into a reading.
         * @enum {string}
         */
        ReadingOrigin: "found" | "unread" | "written";
        /** @description One clause that went into an item. */
        ReadingPiece: {
            /** @description The clause by itself. */
            clause: components["schemas"]["Clause"];
            /**
             * Format: int32
             * @description How sure the reader was, in percent.
             */
            confidence: number;
            /** @description Where it stands. */
            place: components["schemas"]["ReadingPlace"];
        };
        /** @description Words of the document. Offsets count Unicode characters of the extracted text. */
        ReadingPlace: {
            /**
             * Format: int32
             * @description First character.
             */
            from: number;
            /** @description As written. */
            quote: string;
            /**
             * Format: int32
             * @description One past the last.
             */
            to: number;
        };
        /** @description One problem as people see it. */
        ReadingProblem: {
            /** @description What it is about, in the plan's notation, or in a sentence where the reader says one. */
            about: string;
            /** @description Scopes that keep the sides apart, the likeliest first: each settles it as different scopes. */
            apart?: components["schemas"]["Scope"][][];
            floor?: components["schemas"]["Floor"] | null;
            /** @description The same as long as the problem is the same. */
            id: string;
            /** @description What sort it is. */
            kind: string;
            proposed?: components["schemas"]["ReadingWay"] | null;
            /** @description Why, where whoever settled it said so. */
            reason?: string | null;
            settled?: components["schemas"]["ReadingWay"] | null;
            /** @description How heavy it is. */
            severity: components["schemas"]["ReadingSeverity"];
            /** @description Both sides, or the one place. */
            sides: components["schemas"]["ReadingProblemSide"][];
            /** @description The ways it can be settled; empty where only a change of a clause helps. */
            ways: components["schemas"]["ReadingWay"][];
        };
        /** @description One side of a problem. */
        ReadingProblemSide: {
            /**
             * Format: int32
             * @description The item it stands in.
             */
            item?: number | null;
            /** @description Its words. */
            quote: string;
        };
        /** @description A problem with what to do about it. */
        ReadingProblemView: components["schemas"]["ReadingProblem"] & {
            /** @description In the caller's language; absent where `about` is a sentence of the reader. */
            advice?: string | null;
            /** @description Whether it stands in the way of publishing. */
            blocks: boolean;
        };
        /** @description How much of a reading is settled. */
        ReadingProgress: {
            /**
             * Format: int32
             * @description Items in all, without those that became part of another.
             */
            all: number;
            /**
             * Format: int32
             * @description Items that somebody accepted, corrected or ignored.
             */
            settled: number;
            /**
             * Format: int32
             * @description Items that no kind fits yet, among the open ones.
             */
            unread: number;
        };
        /**
         * @description How heavy a problem is.
         * @enum {string}
         */
        ReadingSeverity: "hard" | "soft" | "law";
        /** @description One step. */
        ReadingStep: {
            /** @description Numbers of items. */
            items: number[];
            /** @enum {string} */
            step: "accept";
        } | {
            /**
             * Format: int32
             * @description 0 to 100.
             */
            confidence: number;
            /** @enum {string} */
            step: "accept_above";
        } | {
            /** @description The clause as it should be. */
            clause: components["schemas"]["Clause"];
            /**
             * Format: int32
             * @description Its number.
             */
            item: number;
            /** @enum {string} */
            step: "correct";
        } | {
            /** @description The clause. */
            clause: components["schemas"]["Clause"];
            /**
             * Format: int32
             * @description The item; none for a clause of words nobody found.
             */
            item?: number | null;
            place?: components["schemas"]["ReadingPlace"] | null;
            /** @enum {string} */
            step: "write";
        } | {
            /**
             * Format: int32
             * @description How many characters of its words the first part keeps; left out for its pieces.
             */
            at?: number | null;
            /**
             * Format: int32
             * @description Its number.
             */
            item: number;
            /** @enum {string} */
            step: "split";
        } | {
            /**
             * Format: int32
             * @description The item that stays.
             */
            into: number;
            /**
             * Format: int32
             * @description The item that becomes part of it.
             */
            item: number;
            /** @enum {string} */
            step: "merge";
        } | {
            /** @description Numbers of items. */
            items: number[];
            /** @description Why. */
            reason: string;
            /** @enum {string} */
            step: "ignore";
        } | {
            /** @description Numbers of items. */
            items: number[];
            /** @enum {string} */
            step: "restore";
        } | {
            /** @description How. */
            by: components["schemas"]["ReadingWay"];
            /** @description Its id. */
            problem: string;
            /** @description Why, where somebody wants to say more. */
            reason?: string | null;
            /** @description The scope of each side, where they speak of different things. */
            scopes?: components["schemas"]["Scope"][];
            /** @enum {string} */
            step: "settle";
        };
        /** @description A document read into clauses. */
        ReadingView: {
            actions: components["schemas"]["ActionView"][];
            attended?: components["schemas"]["AttendedView"] | null;
            /** @description How many problems stand in the way of publishing. */
            blocking: number;
            /** Format: date-time */
            changed_at: string;
            /**
             * Format: int64
             * @description Which was chosen.
             */
            chosen?: number | null;
            created_by: string;
            frame?: components["schemas"]["Plan"] | null;
            id: components["schemas"]["ReadingId"];
            items: components["schemas"]["ReadingItem"][];
            /** @description What the file was called. */
            name: string;
            plan?: components["schemas"]["PlanId"] | null;
            /** @description The plans of the document, while one is to be chosen. */
            plans: components["schemas"]["PlanInText"][];
            problems: components["schemas"]["ReadingProblemView"][];
            progress: components["schemas"]["ReadingProgress"];
            /** @description The step that can be taken again next. */
            redo?: string | null;
            /** @description SHA-256 of the original. */
            sha256: string;
            /**
             * Format: int64
             * @description Bytes of the original.
             */
            size: number;
            title: string;
            /** @description The step that can be taken back next. */
            undo?: string | null;
            /** Format: int64 */
            version: number;
        };
        /**
         * @description A way to settle a problem.
         * @enum {string}
         */
        ReadingWay: "stricter" | "agreement" | "different_scope" | "law" | "ask";
        /** @description Which notices were read; none named means all. */
        ReadNotices: {
            ids?: components["schemas"]["NoticeId"][];
        };
        /**
         * @description What a file in a unit's archive is.
         * @enum {string}
         */
        Record: "photo" | "nameplate" | "drawing" | "installation" | "acceptance" | "manual" | "contract" | "repair" | "other";
        /** @description Something done again and again. */
        RecurringDuty: {
            /** @description From what the next one is counted. */
            anchor?: components["schemas"]["Anchor"];
            /** @description What each one delivers. */
            delivers?: components["schemas"]["Deliverable"][];
            /** @description While what lasts. */
            during?: components["schemas"]["During"];
            /** @description How many days early is still in its window. */
            early_days?: components["schemas"]["AskedNumber"];
            /** @description How often. */
            every: components["schemas"]["Every"];
            /** @description How many days late is still in its window. */
            late_days?: components["schemas"]["AskedNumber"];
            /** @description What is done. */
            what: components["schemas"]["DutyKind"];
        };
        /** @description Everything people say about a region. */
        RegionFields: {
            /** @description The branch that serves it. */
            branch: components["schemas"]["OrgUnitId"];
            /**
             * Format: int64
             * @description Kilometres from the branch where a distance band begins; this distance belongs to it.
             */
            from_km?: number | null;
            label: string;
            /**
             * Format: int64
             * @description Where it ends; this distance no longer belongs to it.
             */
            to_km?: number | null;
        };
        /** @description A region or distance band a limit depends on: `beijing`. */
        RegionKey: string;
        /** @description A region with what the caller could do about it. */
        RegionView: {
            actions: components["schemas"]["ActionView"][];
            branch: components["schemas"]["OrgUnitId"];
            closed: boolean;
            /** Format: int64 */
            from_km?: number | null;
            key: components["schemas"]["RegionKey"];
            label: string;
            /** Format: int64 */
            to_km?: number | null;
            /** Format: int64 */
            version: number;
        };
        /** @description A case that goes on here, that this one goes on in, or that shares its report. */
        RelatedCase: {
            id: components["schemas"]["CaseId"];
            /** @description Absent where the case is not the reader's to see. */
            number?: string | null;
            /** Format: date-time */
            reported_at: string;
            slip?: components["schemas"]["Slip"] | null;
        };
        /** @description When something happens, the customer is entitled to something. */
        Remedy: {
            /** @description What is given besides, whatever the customer chooses: the costs, the removed unit made good. */
            besides?: components["schemas"]["Entitles"][];
            /** @description What the customer may choose from. */
            entitles: components["schemas"]["Entitles"][];
            /** @description What must have happened. */
            trigger: components["schemas"]["Trigger"];
        };
        /** @description The facts that opened a remedy, so that anybody can check it. */
        RemedyGround: {
            /**
             * Format: int32
             * @description Days the clause allows; the day of receipt does not count.
             */
            days: number;
            /** @enum {string} */
            ground: "within_days_of_receipt";
            /**
             * Format: date
             * @description The day of receipt.
             */
            received_on: string;
            /**
             * Format: date
             * @description The day of the report.
             */
            reported_on: string;
        } | {
            /** @description The defect, as the cause decided. */
            cause: components["schemas"]["Cause"];
            /** @enum {string} */
            ground: "same_defect_repaired";
            /**
             * Format: int32
             * @description Repairs that did not last.
             */
            repairs: number;
            /**
             * Format: int32
             * @description Repairs the clause asks for.
             */
            times: number;
        } | {
            /** @enum {string} */
            ground: "repaired_still_faulty";
            /**
             * Format: int32
             * @description Repairs since receipt, without those the customer's own doing called for.
             */
            repairs: number;
            /**
             * Format: int32
             * @description Repairs the clause asks for.
             */
            times: number;
        } | {
            /** @enum {string} */
            ground: "repair_longer_than";
            /**
             * Format: date
             * @description The day of the report.
             */
            since: string;
            /**
             * Format: date
             * @description The last day that was still in time.
             */
            until: string;
        } | {
            /** @enum {string} */
            ground: "parts_missing_for";
            /**
             * Format: date
             * @description The day the part was needed.
             */
            since: string;
            /**
             * Format: date
             * @description The last day that was still in time.
             */
            until: string;
        } | {
            /** @description The cause decided. */
            cause: components["schemas"]["Cause"];
            /** @enum {string} */
            ground: "own_fault_confirmed";
        } | {
            /** @description The cause decided. */
            cause: components["schemas"]["Cause"];
            /** @enum {string} */
            ground: "customer_fault_confirmed";
        } | {
            /**
             * Format: int32
             * @description Which occurrence of it, from 1.
             */
            cycle: number;
            /** @enum {string} */
            ground: "limit_broken";
            /** @description The clause that was broken. */
            limit: components["schemas"]["ClauseId"];
        };
        /** @description A remedy that was opened and stands. */
        RemedyView: components["schemas"]["RemedyGround"] & {
            /** @description What is given besides. */
            besides: components["schemas"]["Entitles"][];
            clause: components["schemas"]["ClauseId"];
            /** @description What the customer may choose from. */
            entitles: components["schemas"]["Entitles"][];
            heading: string;
            /** Format: date-time */
            opened_at: string;
            owed?: components["schemas"]["CompensationOwed"] | null;
            sentence: string;
        };
        /** @description Who took a file out of the archive, when and why. */
        RemovedView: {
            /** Format: date-time */
            at: string;
            by: string;
            reason: string;
        };
        /** @description Why a file is taken out of the archive. */
        RemoveUnitFile: {
            reason: string;
        };
        /** @description What changes with the renewal; all else stays. */
        RenewAgreement: {
            /**
             * Format: int64
             * @description Another contract sum, in fen.
             */
            contract_fen?: number | null;
            /**
             * Format: date
             * @description The last day of the renewal.
             */
            ends_on?: string | null;
            plan_version?: components["schemas"]["PlanVersionId"] | null;
            terms?: components["schemas"]["Terms"] | null;
        };
        /**
         * @description Whether days under repair extend a warranty.
         * @enum {string}
         */
        RepairDays: "count" | "extend";
        /** @description Days a unit was under repair, both included. */
        RepairView: {
            case: components["schemas"]["CaseId"];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        /** @description What replaces a component. */
        ReplaceComponent: {
            /**
             * Format: date
             * @description Today when left out.
             */
            on?: string | null;
            /** @description The serial number of the new component. */
            serial?: string;
        };
        /** @description What somebody reports. */
        Report: {
            agreement?: components["schemas"]["AgreementId"] | null;
            /**
             * Format: date-time
             * @description When the report truly came; now when left out.
             */
            at?: string | null;
            channel: components["schemas"]["Channel"];
            customer?: components["schemas"]["CustomerId"] | null;
            grade?: components["schemas"]["Grade"] | null;
            question?: components["schemas"]["QuestionType"] | null;
            region?: components["schemas"]["RegionKey"] | null;
            site?: components["schemas"]["SiteId"] | null;
            slip: components["schemas"]["Slip"];
            unit?: components["schemas"]["UnitId"] | null;
        };
        /** @description A field the slip must have. */
        RequiredField: {
            field: components["schemas"]["Field"];
            /** @description The clause that requires it; absent for what every report needs. */
            heading?: string | null;
            sentence?: string | null;
        };
        ResetPassword: {
            /** @description Must be changed by the person at the next sign-in. */
            password: string;
        };
        /** @description One resolution of a warranty. */
        ResolutionView: {
            /** Format: date */
            ends_on?: string | null;
            /** Format: date-time */
            resolved_at: string;
            said?: components["schemas"]["WarrantySaid"] | null;
            /** Format: int64 */
            seq: number;
            /** @description The terms with what went wrong, as they were then. */
            terms: components["schemas"]["ResolvedTerm"][];
            why: components["schemas"]["Why"];
        };
        /** @description One limit, for one unit. */
        ResolvedLimit: {
            /**
             * Format: date
             * @description The last day, included; `None` for a lifetime, or where there is a problem.
             */
            ends_on?: string | null;
            problem?: components["schemas"]["TermProblem"] | null;
            /**
             * Format: int32
             * @description Days under repair by which it was extended.
             */
            repair_days: number;
            seasons?: components["schemas"]["CountedSeasons"] | null;
            start?: components["schemas"]["TermStart"] | null;
            /**
             * @description Its length.
             * @example months:30
             */
            term?: string | null;
        };
        /** @description One term, for one unit. */
        ResolvedTerm: {
            /** @description The clause that grants it. */
            clause: components["schemas"]["ClauseId"];
            /** @description What it is for. */
            covers: components["schemas"]["Covered"];
            /**
             * Format: date
             * @description The last day, included; `None` for a lifetime, or where there is a problem.
             */
            ends_on?: string | null;
            law?: components["schemas"]["Floor"] | null;
            of_two?: components["schemas"]["TwoLimits"] | null;
            or_usage?: components["schemas"]["Usage"] | null;
            problem?: components["schemas"]["TermProblem"] | null;
            raised?: components["schemas"]["Raised"] | null;
            /**
             * Format: int32
             * @description Days under repair by which it was extended.
             */
            repair_days: number;
            /**
             * Format: date
             * @description The day a replaced part was fitted, when this is that part's own term.
             */
            replaced_on?: string | null;
            seasons?: components["schemas"]["CountedSeasons"] | null;
            start?: components["schemas"]["TermStart"] | null;
            /**
             * @description Its length: of two limits that of the one that governs.
             * @example months:24
             */
            term?: string | null;
            used?: components["schemas"]["Usage"] | null;
        };
        /** @description Something held ready. */
        Resource: {
            /**
             * Format: int32
             * @description How many.
             */
            count: number;
            /** @description What. */
            name: string;
        };
        /** @description What is to be tried again. */
        Retry: {
            kind: string;
            mark: string;
            subject: string;
            /** @enum {string} */
            what: "job";
        } | {
            id: string;
            /** @enum {string} */
            what: "letter";
        };
        /** @description The days, and perhaps the use, within which a fault gives a right. */
        RightWindow: {
            /**
             * Format: int32
             * @description The kilometres that may end it earlier.
             */
            kilometres?: number | null;
            /** @description Whether it is open. */
            state: components["schemas"]["WindowState"];
            /**
             * Format: date
             * @description The last day; `None` while the day of receipt is not known.
             */
            until?: string | null;
        };
        /**
         * @description What a person is in the service organisation. A person may have several, except for roles of outsiders.
         * @enum {string}
         */
        Role: "customer" | "service_agent" | "dispatcher" | "engineer" | "service_manager" | "executive" | "storekeeper" | "accountant" | "partner_outlet" | "supplier" | "administrator" | "auditor";
        /** @description One row of the decision table. */
        Row: {
            /** @description What holds then. */
            bound: components["schemas"]["Bound"];
            /** @description When this row applies; never blank. */
            when: components["schemas"]["Condition"];
        };
        /** @description One thing wrong with one row. */
        RowProblem: {
            /** @description The title of the column. */
            column: string;
            /**
             * Format: int32
             * @description The row's number as a spreadsheet program shows it.
             */
            line: number;
            text: string;
        };
        /** @description A calendar as it should become. */
        SaveCalendar: {
            /** @description As in a calendar file: weekly hours, dated overrides, versions. */
            spec: Record<string, never>;
        };
        /** @description A named filter: what stands in the address of the list. */
        SavedView: {
            filters: {
                [key: string]: string;
            };
            name: string;
        };
        /** @description The views of a list, in the order they are shown. */
        SavedViews: {
            items: components["schemas"]["SavedView"][];
            /**
             * Format: int64
             * @description 0 when nothing was ever kept.
             */
            version: number;
        };
        /** @description The scope of one clause of a settled contradiction. */
        Scope: {
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description When it applies. */
            when: components["schemas"]["Condition"];
        };
        /** @description Something that was found. */
        SearchHit: {
            detail: string;
            /** @description Id of the page to open: a contact opens its customer. A region has its key, a calendar its name. */
            id: string;
            /** @description `case`, `customer`, `contact`, `unit`, `agreement`, `product`, `plan`, `person`, `region`, `org_unit` or `calendar`. */
            kind: string;
            title: string;
        };
        /** @description What was found: cases, then what else, each the latest first. */
        SearchHits: {
            items: components["schemas"]["SearchHit"][];
        };
        /** @description A case as a list showed it. */
        SeenCase: {
            id: components["schemas"]["CaseId"];
            /**
             * Format: int64
             * @description The version that was seen: a case that changed since is left alone.
             */
            version: number;
        };
        /** @description A service level the customer bought: `a`. */
        ServiceLevelId: string;
        /** @description A signed-in session. */
        SessionId: string;
        /** @description One's own sessions. */
        Sessions: {
            items: components["schemas"]["SessionView"][];
        };
        /** @description A place where the caller is signed in. */
        SessionView: {
            address: string;
            /** Format: date-time */
            created_at: string;
            /** @description The session this request came with. */
            current: boolean;
            id: components["schemas"]["SessionId"];
            /** Format: date-time */
            last_seen_at: string;
            user_agent: string;
        };
        /** @description The settings as they are shown: no secret leaves the server. */
        SettingsView: {
            actions: components["schemas"]["ActionView"][];
            attended?: components["schemas"]["CalendarName"] | null;
            company_name: string;
            default_plan?: components["schemas"]["PlanVersionId"] | null;
            heating_season?: components["schemas"]["HeatingSeason"] | null;
            hotline: string;
            language: components["schemas"]["Language"];
            mail?: components["schemas"]["MailView"] | null;
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /** Format: int64 */
            version: number;
            zone: string;
        };
        /**
         * @description How a contradiction was settled.
         * @enum {string}
         */
        SettledBy: "stricter" | "agreement" | "different_scope";
        /** @description How a contradiction between clauses was settled. */
        Settlement: {
            /** @description How it was settled. */
            by: components["schemas"]["SettledBy"];
            /** @description The clauses that contradict each other. */
            clauses: components["schemas"]["ClauseId"][];
            /** @description Why, in the words of whoever settled it; left out where `by` says it all. */
            reason?: string;
            /** @description The scope of each, when they turned out to speak of different things. */
            scopes?: components["schemas"]["Scope"][];
        };
        /** @description A fault level. */
        Severity: {
            /** @description The name used in conditions. */
            id: components["schemas"]["SeverityId"];
            /** @description What people read. */
            label: string;
            /** @description What makes a fault one of this level. */
            meaning?: string;
        };
        /** @description A fault level: `level-1`. */
        SeverityId: string;
        /** @description How one kind of cost is charged. */
        Share: {
            charge?: components["schemas"]["Charge"] | null;
            /** @description The clauses that give it. */
            clauses: components["schemas"]["ClauseId"][];
        };
        /** @description One side of a problem. */
        Side: {
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /** @description Its heading. */
            heading: string;
            /** @description Where it stands: a JSON pointer into the plan. */
            pointer: string;
            /** @description Its words. */
            text: string;
            /** @description What it says on the matter, in the plan's notation. */
            value: string;
        };
        /** @description What somebody signs in with. */
        SignIn: {
            login: string;
            password: string;
        };
        /** @description Everything people say about a site. */
        SiteFields: {
            address: string;
            /**
             * Format: int64
             * @description Kilometres from the branch that serves it.
             */
            distance_km?: number | null;
            name: string;
            region?: components["schemas"]["RegionKey"] | null;
        };
        /** @description A place where units stand. */
        SiteId: string;
        /** @description A place where units stand. */
        SiteView: {
            address: string;
            /** Format: int64 */
            distance_km?: number | null;
            id: components["schemas"]["SiteId"];
            name: string;
            region?: components["schemas"]["RegionKey"] | null;
            /** Format: int64 */
            version: number;
        };
        /** @description The slip of a report. */
        Slip: {
            /** @default  */
            address: string;
            /**
             * @description What is wrong.
             * @default
             */
            content: string;
            /** @default  */
            name: string;
            /** @default  */
            phone: string;
            /**
             * @description What the customer wishes.
             * @default
             */
            wishes: string;
        };
        /** @description A place in the document a plan was read from. Offsets count Unicode characters of the extracted text. */
        Source: {
            /** @description SHA-256 of the original file, in hexadecimal. */
            document_sha256: string;
            /**
             * Format: int32
             * @description First character.
             */
            from: number;
            /**
             * Format: int32
             * @description One past the last character.
             */
            to: number;
        };
        /** @description One stretch of time under one rule. */
        SpanView: {
            counts: Record<string, never>;
            /** Format: date-time */
            from: string;
            /** @example counted */
            kind: string;
            rule: Record<string, never>;
            /** Format: date-time */
            to: string;
        };
        /** @description Splits a part off a case. */
        SplitCase: {
            /** @description What the new case is about. */
            content: string;
        };
        /**
         * @description The stages of a visit.
         * @enum {string}
         */
        Stage: "before_leaving" | "on_the_way" | "at_the_door" | "on_site" | "before_leaving_site" | "on_the_phone";
        /**
         * @description A state of warranty or contract.
         * @enum {string}
         */
        Standing: "in_warranty" | "in_contract" | "out_of_warranty";
        /**
         * @description The days in a unit's life from which a warranty may start.
         * @enum {string}
         */
        StartDate: "contract" | "accepted" | "commissioned" | "delivered" | "installed" | "purchased" | "completed" | "put_to_use" | "manufactured";
        /** @description Why a term starts on a day. */
        StartReason: {
            /** @enum {string} */
            reason: "preferred";
        } | {
            /** @enum {string} */
            reason: "preferred_unknown";
            /** @description Those days, the preferred first. */
            unknown: components["schemas"]["StartDate"][];
        } | {
            /** @enum {string} */
            reason: "without_proof";
        } | {
            /** @description The day the plan counts from without papers. */
            fallback: components["schemas"]["StartDate"];
            /** @enum {string} */
            reason: "fallback_unknown";
            /** @description The days it prefers to the one that counts and that are not known. */
            unknown: components["schemas"]["StartDate"][];
        };
        /**
         * @description Where an obligation stands.
         * @enum {string}
         */
        State: "pending" | "running" | "paused" | "kept" | "broken" | "fulfilled_late" | "excused" | "cancelled";
        /** @example months:36 */
        StatedTerm: string;
        /** @description Where a case stands. */
        Status: {
            /** @description Whether a complaint waits to be settled. */
            has_open_complaint: boolean;
            /** @description The reasons for which clocks may stand still now. */
            paused_for: components["schemas"]["PauseReason"][];
            /** @description How far it has come. */
            phase: components["schemas"]["Phase"];
            /** @description The milestones of the present round. */
            reached: components["schemas"]["Milestone"][];
            /**
             * Format: int32
             * @description Which round it is, from 1: reopening begins the next.
             */
            round: number;
            /**
             * Format: date-time
             * @description When the present round began.
             */
            round_from?: string | null;
            severity?: components["schemas"]["SeverityId"] | null;
        };
        /**
         * @description Whether to write or only to look.
         * @enum {string}
         */
        Step: "preview" | "commit";
        /**
         * @description What is kept in stock.
         * @enum {string}
         */
        StockKind: "wear_parts" | "main_parts" | "sets" | "loaners" | "accessories";
        /**
         * @description How strongly a clause binds.
         * @enum {string}
         */
        Strength: "must" | "may";
        /**
         * @description What a coverage clause is about.
         * @enum {string}
         */
        Subject: "repair" | "data_repair" | "software_upgrade" | "hardware_upgrade" | "advice" | "inspection" | "customisation" | "installation" | "assessment" | "event_support";
        /**
         * @description From when the years of supply are counted.
         * @enum {string}
         */
        SupplyStart: "sale" | "end_of_production";
        /** @description One step of a reading. */
        TakeStep: {
            do: components["schemas"]["ReadingStep"];
        };
        /** @description How many promises came out how. */
        Tally: {
            /**
             * Format: int64
             * @description Broken and still owed.
             */
            broken: number;
            /** Format: int64 */
            cancelled: number;
            /** Format: int64 */
            excused: number;
            /** Format: int64 */
            fulfilled_late: number;
            /** Format: int64 */
            kept: number;
            /**
             * Format: int32
             * @description Share of the kept among those that are decided and not excused, in tenths of a percent rounded half up: 1000 only
             *     where nothing is broken or late, 0 only where nothing was kept; none while nothing is decided.
             */
            kept_permille?: number | null;
            /**
             * Format: int64
             * @description Natural time after the due time, added up: of what is broken and still owed up to now, of what is excused none.
             */
            late_minutes: number;
            /**
             * Format: int64
             * @description Running or paused.
             */
            running: number;
        };
        /** @description A built-in plan in the gallery. */
        TemplateView: {
            clauses: number;
            /** @description How many contradictions it shows. */
            contradictions: number;
            /** @description The headings of its first clauses. */
            headings: string[];
            id: string;
            /** @description How many values it leaves to be asked. */
            parameters: number;
            title: string;
            trade: string;
        };
        /**
         * @description Whose term the state of a unit's warranty is told by.
         * @enum {string}
         */
        TermOf: "whole_unit" | "software" | "parts" | "nothing";
        /** @description Why a term does not run. */
        TermProblem: {
            /** @description Those days, the preferred first. */
            any_of: components["schemas"]["StartDate"][];
            /** @enum {string} */
            problem: "no_start_date";
        } | {
            /** @enum {string} */
            problem: "sold_abroad";
        } | {
            /** @enum {string} */
            problem: "no_heating_season";
        } | {
            /** @description The parameter. */
            parameter: components["schemas"]["ParameterId"];
            /** @enum {string} */
            problem: "not_answered";
        };
        /** @description The rate of a contract signed for so many years. */
        TermRate: {
            /** @description Of the contract sum, each year. */
            bps: components["schemas"]["BasisPoints"];
            /**
             * Format: int32
             * @description Years signed for.
             */
            years: number;
        };
        /** @description The terms of one agreement. They go before the plan, which goes before the company's defaults. */
        Terms: {
            /**
             * @description Answers to the plan's parameters, written as the parameter's kind is written.
             * @default {}
             */
            answers: {
                [key: string]: string;
            };
            /**
             * @description The clauses it chooses where the plan left a contradiction to the agreement.
             * @default []
             */
            choices: components["schemas"]["ClauseId"][];
            heating_season?: components["schemas"]["HeatingSeason"] | null;
            /**
             * @description Values of its own, in place of a clause's.
             * @default []
             */
            overrides: components["schemas"]["Override"][];
            region?: components["schemas"]["RegionKey"] | null;
            service_level?: components["schemas"]["ServiceLevelId"] | null;
        };
        /** @description What would hold, or what stands in the way. */
        TermsPreview: {
            clauses: components["schemas"]["ClauseInForce"][];
            faults: components["schemas"]["FaultView"][];
        };
        /** @description The first day of a term. */
        TermStart: {
            /** @description Why that one. */
            because: components["schemas"]["StartReason"];
            /** @description Which day of the unit's life it is. */
            date: components["schemas"]["StartDate"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
        };
        /** @description One term of a warranty with the clause it comes from. */
        TermView: components["schemas"]["ResolvedTerm"] & {
            /** @description What the product calls the class of components, when the term is for one it names. */
            class_label?: string | null;
            /**
             * Format: int64
             * @description Days until its last day; absent for a lifetime and for a term that failed.
             */
            days_left?: number | null;
            /** @description The clause's heading and sentence. */
            heading: string;
            law?: components["schemas"]["LegalTerm"] | null;
            /** @description Whether it runs today. */
            runs: boolean;
            sentence: string;
        };
        /**
         * @description Where a unit must have been sold for the warranty to hold.
         * @enum {string}
         */
        Territory: "anywhere" | "domestic";
        /** @description The text of a document. The places of items count its Unicode characters. */
        TextView: {
            text: string;
        };
        /** @description Something must happen within a limit after, around or before something else. */
        TimeLimit: {
            calendar?: components["schemas"]["CalendarName"] | null;
            /** @description When a limit in days ends. */
            day_end?: components["schemas"]["DayEnd"];
            /** @description What starts the clock. */
            from: components["schemas"]["Milestone"];
            /** @description What holds when no row does. Always declared, so that a forgotten cell cannot go unnoticed. */
            otherwise: components["schemas"]["Otherwise"];
            /** @description The reasons that may pause this clock. */
            pausable_by?: components["schemas"]["PauseReason"][];
            /** @description The limit by fault level, service level, region and so on; the most specific row wins, then the first. */
            rows?: components["schemas"]["Row"][];
            /** @description What ends it. */
            to: components["schemas"]["Milestone"];
            /** @description Percent of the time used at which to warn; the plan's own marks when left out. */
            warn_at_percent?: number[];
        };
        /** @example 10:00:00 */
        TimeOfDay: string;
        /**
         * @description What a program may do with a token: never more than the person whose it is.
         * @enum {string}
         */
        TokenReach: "read" | "full";
        /**
         * @description What can be told of warranty and contract on a day.
         * @enum {string}
         */
        Told: "in_warranty" | "in_contract" | "out_of_warranty" | "depends_on_part" | "unknown";
        /** @description A promise to train somebody. */
        Training: {
            /** @description Who is trained. */
            audience: string;
            before?: components["schemas"]["Milestone"] | null;
            /** @description In what. */
            content: string[];
            /** @description What they can do afterwards: "operates alone". */
            outcome: string;
        };
        /** @description What opens a remedy. */
        Trigger: {
            /** @enum {string} */
            when: "open_box_defect";
        } | {
            /** @description Natural days. */
            days: components["schemas"]["AskedCount"];
            /** @enum {string} */
            when: "within_days_of_receipt";
        } | {
            /**
             * Format: int32
             * @description Repairs.
             */
            times: number;
            /** @enum {string} */
            when: "same_defect_repaired";
        } | {
            /**
             * Format: int32
             * @description Repairs.
             */
            times: number;
            /** @enum {string} */
            when: "repaired_still_faulty";
        } | {
            /**
             * Format: int32
             * @description Natural days.
             */
            days: number;
            /** @enum {string} */
            when: "repair_longer_than";
        } | {
            /**
             * Format: int32
             * @description Natural days.
             */
            days: number;
            /** @enum {string} */
            when: "parts_missing_for";
        } | {
            /** @enum {string} */
            when: "own_fault_confirmed";
        } | {
            /** @enum {string} */
            when: "customer_fault_confirmed";
        } | {
            /** @enum {string} */
            when: "expired_goods";
        } | {
            /**
             * Format: int32
             * @description Natural days.
             */
            days: number;
            /** @enum {string} */
            when: "distance_sale";
        } | {
            /**
             * Format: int32
             * @description Natural days.
             */
            days: number;
            /**
             * Format: int32
             * @description Kilometres driven.
             */
            kilometres: number;
            /** @enum {string} */
            when: "safety_defect";
        } | {
            /** @enum {string} */
            when: "not_repairable_soon";
        } | {
            /** @description The clause that was broken. */
            clause: components["schemas"]["ClauseId"];
            /** @enum {string} */
            when: "limit_broken";
        };
        /** @description Everything that needs somebody to look at. */
        Trouble: {
            jobs: components["schemas"]["DeadJobView"][];
            letters: components["schemas"]["FailedLetterView"][];
        };
        /** @description A limit from an instant. */
        TryOut: {
            /** @description `working:PT8H`, `natural:PT24H`, `working-days:3`, `natural-days:3` or `months:2`. */
            limit: string;
            /** Format: date-time */
            start: string;
        };
        /** @description Both limits of a term, and which of them ends it. */
        TwoLimits: {
            /** @description The one that governs. While one cannot be told, the other holds by itself. */
            governs: components["schemas"]["Governs"];
            /** @description The limit beside it. */
            other: components["schemas"]["ResolvedLimit"];
            /** @description The term's own limit. */
            own: components["schemas"]["ResolvedLimit"];
            /** @description Whether the one that ends first or the one that ends last governs. */
            whichever: components["schemas"]["Whichever"];
        };
        /**
         * @description What holds when a parameter is not answered.
         * @enum {string}
         */
        Unanswered: "refused" | "no_promise";
        /** @description A person's decision about who pays for repairs of one unit. */
        UnitDecision: {
            charges?: components["schemas"]["Charges"] | null;
            /**
             * Format: date
             * @description The first day it is for.
             */
            from: string;
            /**
             * Format: date
             * @description The last day it is for; without an end until a later decision.
             */
            until?: string | null;
        };
        /** @description Every decision about a unit, the last first. */
        UnitDecisions: {
            items: components["schemas"]["UnitDecisionView"][];
        };
        /** @description A decision about a unit as it was made. */
        UnitDecisionView: components["schemas"]["UnitDecision"] & {
            /** Format: date-time */
            at: string;
            /** @description Id of the person. */
            by: string;
            /** @description What the person is called; absent where it was no person. */
            by_name?: string | null;
            reason: string;
            /**
             * Format: int64
             * @description Its number among the decisions about the unit, from 1.
             */
            seq: number;
        };
        /** @description Everything people say about a unit. */
        UnitFields: {
            branch?: components["schemas"]["OrgUnitId"] | null;
            card?: components["schemas"]["Paper"];
            customer: components["schemas"]["CustomerId"];
            /** @description The days a warranty may start on, as far as they are known. */
            dates?: {
                [key: string]: string;
            };
            note?: string;
            /** @description Where it stands at the site. */
            place?: string;
            price_fen?: components["schemas"]["Fen"] | null;
            product: components["schemas"]["ProductId"];
            proof?: components["schemas"]["Paper"];
            /** @description Unique among the units of the product. */
            serial: string;
            site?: components["schemas"]["SiteId"] | null;
            /** @description Where it was sold: within mainland China, or anywhere. */
            territory?: components["schemas"]["Territory"];
            /**
             * Format: int64
             * @description Hours, kilometres or cycles, as last read.
             */
            usage_amount?: number | null;
        };
        /** @description The archive of a unit, the newest first. */
        UnitFiles: {
            items: components["schemas"]["UnitFileView"][];
            /** @description Whether the caller may add and remove files here. */
            may_change: boolean;
        };
        /** @description A file of a unit. */
        UnitFileView: {
            /** Format: date-time */
            added_at: string;
            added_by: string;
            id: string;
            media_type: string;
            name: string;
            record: components["schemas"]["Record"];
            removed?: components["schemas"]["RemovedView"] | null;
            /** @description SHA-256 of the content. */
            sha256: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            title: string;
        };
        /** @description One installed unit (设备). */
        UnitId: string;
        /**
         * @description The state of a unit's warranty on a day.
         * @enum {string}
         */
        UnitStanding: "in_warranty" | "parts_in_warranty" | "unknown" | "out_of_warranty" | "no_term";
        /** @description A unit with what the caller could do about it. */
        UnitView: {
            actions: components["schemas"]["ActionView"][];
            agreement?: components["schemas"]["AgreementId"] | null;
            branch: components["schemas"]["OrgUnitId"];
            card: components["schemas"]["Paper"];
            /** Format: date-time */
            created_at: string;
            customer: components["schemas"]["CustomerId"];
            customer_name: string;
            dates: {
                [key: string]: string;
            };
            id: components["schemas"]["UnitId"];
            model: string;
            note: string;
            number: string;
            place: string;
            price_fen?: components["schemas"]["Fen"] | null;
            product: components["schemas"]["ProductId"];
            product_name: string;
            proof: components["schemas"]["Paper"];
            /** Format: date-time */
            retired_at?: string | null;
            serial: string;
            site?: components["schemas"]["SiteId"] | null;
            site_name?: string | null;
            territory: components["schemas"]["Territory"];
            /** Format: int64 */
            usage_amount?: number | null;
            /** Format: int64 */
            version: number;
            warranty?: components["schemas"]["WarrantySaid"] | null;
            /**
             * Format: date
             * @description The last day of the whole unit's warranty, as last resolved.
             */
            warranty_ends_on?: string | null;
        };
        /** @description A unit with its components and repairs. */
        UnitWhole: components["schemas"]["UnitView"] & {
            components: components["schemas"]["ComponentView"][];
            /** @description The days of which one is to be entered before it can be told how long the warranty runs; empty where it can. */
            missing_starts: components["schemas"]["StartDate"][];
            repairs: components["schemas"]["RepairView"][];
        };
        /** @description A measure of use. */
        Usage: {
            /**
             * Format: int32
             * @description How much.
             */
            amount: number;
            /** @description Of what. */
            unit: components["schemas"]["UsageUnit"];
        };
        /**
         * @description What use is measured in.
         * @enum {string}
         */
        UsageUnit: "hours" | "kilometres" | "cycles";
        /**
         * @description The part of the price that is kept for the use, in basis points of it.
         *
         *     By days: price × daily rate × (days from the invoice to the return − days of repair). By distance: price × kilometres /
         *     1 000 × n, where the producer states n between two bounds. A share rounds down, in favour of the customer, and is never
         *     more than the price; so does the sum, which is reckoned from the price and not from the share.
         */
        UseDeduction: {
            /**
             * Format: int32
             * @description Basis points of the price in all.
             */
            bps?: number | null;
            /** @enum {string} */
            by: "day";
            /**
             * Format: int32
             * @description Basis points of the price for each day.
             */
            daily_bps: number;
            /**
             * Format: int32
             * @description Days that count; absent while the invoice's day is not known.
             */
            days?: number | null;
            kept?: components["schemas"]["Fen"] | null;
        } | {
            /** @enum {string} */
            by: "distance";
            /**
             * Format: int32
             * @description Kilometres driven; absent while nobody has read them.
             */
            kilometres?: number | null;
            /**
             * Format: int32
             * @description The least n, in basis points.
             */
            least: number;
            /**
             * Format: int32
             * @description Basis points of the price in all, at the least n.
             */
            least_bps?: number | null;
            least_kept?: components["schemas"]["Fen"] | null;
            /**
             * Format: int32
             * @description The most.
             */
            most: number;
            /**
             * Format: int32
             * @description At the most.
             */
            most_bps?: number | null;
            most_kept?: components["schemas"]["Fen"] | null;
        };
        /**
         * @description How an offer stands beside a demand.
         * @enum {string}
         */
        Verdict: "better" | "equal" | "worse" | "missing" | "unclear";
        /** @description A published version without its clauses. */
        VersionHeadView: {
            /** @description SHA-256 of the canonical form. */
            hash: string;
            id: components["schemas"]["PlanVersionId"];
            /** Format: int64 */
            number: number;
            /** Format: date-time */
            published_at: string;
            published_by: string;
            title: string;
        };
        /** @description A published version. */
        VersionView: {
            body: components["schemas"]["Plan"];
            /** @description SHA-256 of the canonical form. */
            hash: string;
            id: components["schemas"]["PlanVersionId"];
            /** Format: int64 */
            number: number;
            plan: components["schemas"]["PlanId"];
            /** Format: date-time */
            published_at: string;
            published_by: string;
        };
        /**
         * @description What became of a visit.
         * @enum {string}
         */
        VisitState: "to_come" | "made" | "moved" | "cancelled";
        /** @description A moment at which somebody is warned. */
        Warning: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The roles it is escalated to, besides the owner of the case. */
            escalate_to: components["schemas"]["Role"][];
            /**
             * Format: int32
             * @description Percent of the limit used; 100 is the due time itself.
             */
            percent: number;
        };
        /** @description Everything a warranty card shows. */
        WarrantyCard: {
            agreement?: components["schemas"]["AgreementId"] | null;
            company: string;
            /**
             * Format: int64
             * @description Days until the last day of the term that decides, today not counted; absent when there is none.
             */
            days_left?: number | null;
            /** Format: date */
            ends_on?: string | null;
            /** @description How the warranty came to be what it is, the last first. */
            history: components["schemas"]["ResolutionView"][];
            /** @description The plan's own telephone, else the company's. */
            hotline: string;
            /** @description The days of which one is to be entered before a term that does not run for want of it can. */
            missing_starts: components["schemas"]["StartDate"][];
            /** @description The plan it is promised by; absent while nothing is promised. */
            plan?: string | null;
            /** @description What the code on the unit holds. */
            public_code: string;
            said?: components["schemas"]["WarrantySaid"] | null;
            /** @description In or out of warranty today. */
            standing: components["schemas"]["UnitStanding"];
            terms: components["schemas"]["TermView"][];
            /**
             * Format: date
             * @description Today in the company's zone, from which days left are counted.
             */
            today: string;
        };
        /** @description What can be said of a unit's warranty on a day. */
        WarrantySaid: components["schemas"]["WarrantyState"] & {
            /** @description What the product calls the classes of the parts in warranty, in their order; empty for one it does not name. */
            part_labels: string[];
            /** @description Whose plan it is by. */
            source: components["schemas"]["PlanSource"];
        };
        /** @description The state of a unit's warranty on a day. */
        WarrantyState: {
            /**
             * Format: date
             * @description Its first day, where that is yet to come.
             */
            begins_on?: string | null;
            /**
             * Format: date
             * @description The last day of that term, past or to come; absent for a lifetime, and where it cannot be told.
             */
            ends_on?: string | null;
            law?: components["schemas"]["LegalTerm"] | null;
            /** @description Whether it lasts a lifetime. */
            lifetime: boolean;
            /** @description What is to be read before it can be told whether a term runs. */
            missing_readings: components["schemas"]["UsageUnit"][];
            /** @description Whether the days on which heating begins and ends are to be entered before it can be told how long a term runs. */
            missing_season?: boolean;
            /** @description The days of which one is to be entered before it can be told how long a term runs. */
            missing_starts: components["schemas"]["StartDate"][];
            /** @description Whose term decides. */
            of: components["schemas"]["TermOf"];
            /**
             * Format: date
             * @description The day.
             */
            on: string;
            /** @description The parts whose own term runs while that of the unit does not, the one that ends first before the others. */
            parts?: components["schemas"]["PartInWarranty"][];
            /** @description The word. */
            standing: components["schemas"]["UnitStanding"];
            used_up?: components["schemas"]["Usage"] | null;
        };
        /** @description How long a unit, or a class of its components, is under warranty, and from which day. */
        WarrantyTerm: {
            /** @description What the term is for. */
            covers: components["schemas"]["Covered"];
            or_term?: components["schemas"]["OtherTerm"] | null;
            or_usage?: components["schemas"]["Usage"] | null;
            /** @description Whether days under repair extend the term. */
            repair_days?: components["schemas"]["RepairDays"];
            /**
             * Format: int32
             * @description A replaced part is under warranty for the later of the remainder and this many months.
             */
            replaced_part_months?: number | null;
            /** @description The days the term may start on, the preferred first. The first that is known counts. */
            starts_from: components["schemas"]["StartDate"][];
            /** @description How long it lasts. */
            term: components["schemas"]["AskedTerm"];
            /** @description Where the unit must have been sold. */
            territory?: components["schemas"]["Territory"];
            without_proof?: components["schemas"]["StartDate"] | null;
        };
        /** @description Follows several cases. */
        WatchSeveral: {
            /** @description At most 50. */
            cases: components["schemas"]["CaseId"][];
        };
        /**
         * @description How heavy a problem is.
         * @enum {string}
         */
        Weight: "hard" | "soft";
        /** @description What is done, with its particulars. */
        What: {
            /** @enum {string} */
            action: "plain";
            /** @description Which. */
            name: components["schemas"]["Action"];
        } | {
            /** @enum {string} */
            action: "grade";
            /** @description The answers to the plan's questions. */
            answers?: {
                [key: string]: boolean;
            };
            severity?: components["schemas"]["SeverityId"] | null;
        } | {
            /** @enum {string} */
            action: "agree_visit";
            /**
             * Format: date-time
             * @description The time agreed on.
             */
            agreed_at: string;
        } | {
            /** @enum {string} */
            action: "assign_crew";
            /** @description Who. */
            crew: string[];
        } | {
            /** @enum {string} */
            action: "decide_cause";
            /** @description The cause. */
            cause: components["schemas"]["Cause"];
        } | {
            /** @enum {string} */
            action: "rate";
            /**
             * Format: int32
             * @description From 1 to 5.
             */
            stars: number;
        } | {
            /** @enum {string} */
            action: "deliver_report";
            /** @description Which. */
            document: components["schemas"]["DocumentKind"];
            /** @description The fields it has. */
            fields?: components["schemas"]["Field"][];
        } | {
            /** @enum {string} */
            action: "pause";
            /** @description Why. */
            reason: components["schemas"]["PauseReason"];
        } | {
            /** @enum {string} */
            action: "resume";
            /** @description The reason that is over. */
            reason: components["schemas"]["PauseReason"];
        } | {
            /** @enum {string} */
            action: "change_context";
            question?: components["schemas"]["QuestionType"] | null;
            region?: components["schemas"]["RegionKey"] | null;
            service_level?: components["schemas"]["ServiceLevelId"] | null;
            standing?: components["schemas"]["Standing"] | null;
        } | {
            /** @enum {string} */
            action: "close";
            /** @description Why what is still to come is not owed. */
            not_owed?: string;
            nothing_done?: components["schemas"]["NothingDone"] | null;
        } | {
            /** @enum {string} */
            action: "excuse";
            /** @description The clause. */
            clause: components["schemas"]["ClauseId"];
            /**
             * Format: int32
             * @description Which occurrence of it, from 1.
             */
            cycle: number;
        } | {
            /** @enum {string} */
            action: "correct_time";
            /** @description The fact. */
            event: string;
            /**
             * Format: date-time
             * @description When it truly happened.
             */
            to: string;
        } | {
            /** @enum {string} */
            action: "withdraw";
            /** @description The fact. */
            event: string;
        };
        /** @description How promises came out. */
        WhatIfOutcomes: {
            /**
             * Format: int32
             * @description Met outside the limit, or not met at all.
             */
            broken: number;
            /**
             * Format: int32
             * @description Broken, with a reason accepted.
             */
            excused: number;
            /**
             * Format: int32
             * @description Ended in time.
             */
            kept: number;
            /**
             * Format: int32
             * @description Still running, or given up with the case.
             */
            undecided: number;
        };
        /** @description One part of the answer; parts add up. */
        WhatIfView: {
            actual: components["schemas"]["WhatIfOutcomes"];
            /**
             * Format: int64
             * @description Cases of the whole period.
             */
            cases: number;
            /** @description By clause of this plan. */
            clauses: components["schemas"]["ClauseOutcomes"][];
            /**
             * Format: int64
             * @description Compensation this plan owes for what it would have broken, in fen.
             */
            compensation_fen: number;
            /**
             * Format: int64
             * @description What extra visits and rounds cost, in fen.
             */
            extra_cost_fen: number;
            /**
             * Format: int64
             * @description Planned visits under this plan less those under the plan the cases had; in the first part only.
             */
            extra_rounds: number;
            /**
             * Format: int32
             * @description Arrivals this plan promises and nobody made.
             */
            extra_visits: number;
            /**
             * Format: int32
             * @description Cases judged by this call.
             */
            judged: number;
            next?: components["schemas"]["CaseId"] | null;
            planned: components["schemas"]["WhatIfOutcomes"];
            /**
             * Format: int32
             * @description Cases whose agreement does not answer all this plan asks: what it asks promises nothing there.
             */
            unanswered: number;
            /**
             * Format: int32
             * @description Cases graded with a level this plan does not know: their rows by level do not apply.
             */
            unknown_levels: number;
        };
        /**
         * @description Which of two limits ends a warranty.
         * @enum {string}
         */
        Whichever: "first" | "last";
        /**
         * @description Which change made a resolution necessary.
         * @enum {string}
         */
        Why: "registered" | "unit_changed" | "component_changed" | "repaired" | "agreement_changed" | "basis_changed";
        /**
         * @description Whether a right can still be used.
         * @enum {string}
         */
        WindowState: "open" | "over" | "unknown";
        /** @description The rate in one year after the warranty's end. */
        YearRate: {
            /**
             * Format: int64
             * @description Fen per person and day.
             */
            fen: number;
            /**
             * Format: int32
             * @description 1 is the first year; the last rate holds on.
             */
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    preview_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTerms"];
            };
        };
        responses: {
            /** @description What would hold */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsPreview"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_agreements: {
        parameters: {
            query?: {
                /** @description Where the page before ended: its `next`. */
                after?: string;
                customer?: components["schemas"]["CustomerId"];
                /** @description Only those that run out within so many days. */
                ends_within_days?: number;
                kind?: components["schemas"]["AgreementKind"];
                /** @description Rows of a page, at most 200. */
                limit?: number;
                /** @description Any version of this plan. */
                plan?: components["schemas"]["PlanId"];
                /** @description Part of a number, a title or the customer's name. */
                q?: string;
                /** @description Where it stands today. */
                standing?: components["schemas"]["AgreementStanding"];
                /** @description Those that name this unit. */
                unit?: components["schemas"]["UnitId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AgreementHeadView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAgreement"];
            };
        };
        responses: {
            /** @description Signed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_agreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreement */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_agreement_duties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The occurrences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_duty: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyCommand"];
            };
        };
        responses: {
            /** @description Noted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_duty: {
        parameters: {
            query: {
                clause: string;
                /** @description Which occurrence, from 1. */
                cycle: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The arithmetic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedDuty"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndAgreement"];
            };
        };
        responses: {
            /** @description Ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreement_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementHistory"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_agreement: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["AgreementId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewAgreement"];
            };
        };
        responses: {
            /** @description The renewal */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit: {
        parameters: {
            query?: {
                /** @description Id of who acted. */
                actor?: string;
                after?: string;
                /** @description Kind of what was changed, such as `person`; needs `subject` too. */
                kind?: string;
                limit?: number;
                /** @description Id of what was changed; needs `kind` too. */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_audit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the log is intact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preview"];
            };
        };
        responses: {
            /** @description The month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_calendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: components["schemas"]["CalendarName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_calendar: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                name: components["schemas"]["CalendarName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCalendar"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    look_up_caller: {
        parameters: {
            query: {
                /** @description However it is written, whole or at least its last four digits. */
                phone: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallerLookup"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_cases: {
        parameters: {
            query?: {
                after?: string;
                /** @description The place in the company tree that serves it, and what is below it. */
                branch?: string;
                /** @description Only those with a broken promise. */
                broken?: boolean;
                /** @description Only those with a complaint not settled. */
                complaint?: boolean;
                customer?: string;
                /** @description The other way round; with `sort` only. */
                descending?: boolean;
                /** @description Only those of which a promise breaks within so many hours, or broke and is still owed. */
                due_within_hours?: number;
                /** @description Ended cases instead of open ones. */
                ended?: boolean;
                limit?: number;
                /** @description Only the cases I own or go to. */
                mine?: boolean;
                /** @description Tell also what customers, units and levels are called, as far as the caller may see them. */
                named?: boolean;
                owner?: string;
                /** @description Only those with a clock that stands still. */
                paused?: boolean;
                /** @description How far they have come; an ended phase asks for ended cases. */
                phase?: string;
                /** @description Any version of this plan. */
                plan?: string;
                region?: string;
                severity?: string;
                /** @description In another order than that of what breaks next, or of what ended last. */
                sort?: "due" | "reported" | "severity" | "phase" | "customer";
                /** @description Words, each part of number, name, telephone, address or content; or what finds the customer or the unit. */
                text?: string;
                unit?: string;
                /** @description Only those nobody answers for. */
                unowned?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CaseSummary"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_case: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    act_on_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Command"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    case_entitlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseEntitlement"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_case_entitlement: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckEntitlement"];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseEntitlement"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explain_promise: {
        parameters: {
            query: {
                clause: string;
                /** @description Which occurrence, from 1. */
                cycle: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The arithmetic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainedView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attach_to_case: {
        parameters: {
            query: {
                /** @description What the file is called; shown to people, never used as a path. */
                name: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description Attached */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_case_file: {
        parameters: {
            query?: {
                /** @description Show it in the page instead of saving it; only photos are shown. */
                inline?: boolean;
            };
            header?: never;
            path: {
                file: string;
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its bytes; a photo as what it is, where it was asked for inline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                    "image/*": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCase"];
            };
        };
        responses: {
            /** @description Merged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    note_case: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddNote"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_case: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignCase"];
            };
        };
        responses: {
            /** @description Assigned */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    split_case: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitCase"];
            };
        };
        responses: {
            /** @description Begun */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watch_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Followed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unwatch_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not followed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignSeveral"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOnSeveral"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_cases: {
        parameters: {
            query?: {
                after?: string;
                /** @description The place in the company tree that serves it, and what is below it. */
                branch?: string;
                /** @description Only those with a broken promise. */
                broken?: boolean;
                /** @description Only those with a complaint not settled. */
                complaint?: boolean;
                customer?: string;
                /** @description The other way round; with `sort` only. */
                descending?: boolean;
                /** @description Only those of which a promise breaks within so many hours, or broke and is still owed. */
                due_within_hours?: number;
                /** @description Ended cases instead of open ones. */
                ended?: boolean;
                limit?: number;
                /** @description Only the cases I own or go to. */
                mine?: boolean;
                /** @description Tell also what customers, units and levels are called, as far as the caller may see them. */
                named?: boolean;
                owner?: string;
                /** @description Only those with a clock that stands still. */
                paused?: boolean;
                /** @description How far they have come; an ended phase asks for ended cases. */
                phase?: string;
                /** @description Any version of this plan. */
                plan?: string;
                region?: string;
                severity?: string;
                /** @description In another order than that of what breaks next, or of what ended last. */
                sort?: "due" | "reported" | "severity" | "phase" | "customer";
                /** @description Words, each part of number, name, telephone, address or content; or what finds the customer or the unit. */
                text?: string;
                unit?: string;
                /** @description Only those nobody answers for. */
                unowned?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Their number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCount"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_cases: {
        parameters: {
            query?: {
                after?: string;
                /** @description The place in the company tree that serves it, and what is below it. */
                branch?: string;
                /** @description Only those with a broken promise. */
                broken?: boolean;
                /** @description Only those with a complaint not settled. */
                complaint?: boolean;
                customer?: string;
                /** @description The other way round; with `sort` only. */
                descending?: boolean;
                /** @description Only those of which a promise breaks within so many hours, or broke and is still owed. */
                due_within_hours?: number;
                /** @description Ended cases instead of open ones. */
                ended?: boolean;
                limit?: number;
                /** @description Only the cases I own or go to. */
                mine?: boolean;
                /** @description Tell also what customers, units and levels are called, as far as the caller may see them. */
                named?: boolean;
                owner?: string;
                /** @description Only those with a clock that stands still. */
                paused?: boolean;
                /** @description How far they have come; an ended phase asks for ended cases. */
                phase?: string;
                /** @description Any version of this plan. */
                plan?: string;
                region?: string;
                severity?: string;
                /** @description In another order than that of what breaks next, or of what ended last. */
                sort?: "due" | "reported" | "severity" | "phase" | "customer";
                /** @description Words, each part of number, name, telephone, address or content; or what finds the customer or the unit. */
                text?: string;
                unit?: string;
                /** @description Only those nobody answers for. */
                unowned?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watch_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchSeveral"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneOnSeveral"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_component: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ComponentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComponentFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_component: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ComponentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replace_component: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ComponentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceComponent"];
            };
        };
        responses: {
            /** @description The new component */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_contact: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_contact: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ContactId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                /** @description Where the page before ended: its `next`. */
                after?: string;
                kind?: components["schemas"]["CustomerKind"];
                /** @description Rows of a page, at most 200. */
                limit?: number;
                /** @description Part of a name, number, telephone number, address or contact. */
                q?: string;
                /** @description Also archived ones. */
                with_archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_CustomerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_customer: {
        parameters: {
            query?: {
                /** @description Also where a customer of the same name and telephone is on file. */
                all_the_same?: boolean;
            };
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerFields"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerWhole"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_customer: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_customer: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_contact: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactFields"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_customer: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_site: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path: {
                id: components["schemas"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteFields"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    first_steps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstSteps"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holidays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The years around now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holidays"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_holidays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportHolidays"];
            };
        };
        responses: {
            /** @description Taken over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holidays"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    foresee_case: {
        parameters: {
            query?: {
                /** @description The agreement, where no unit is named or a unit has several. */
                agreement?: string;
                /** @description When the report truly came; now when left out. */
                at?: string;
                /** @description How it came; by telephone when left out. */
                channel?: components["schemas"]["Channel"];
                /** @description The customer, where neither is named. */
                customer?: string;
                /** @description The kind of question. */
                question?: string;
                region?: string;
                /** @description The level a person chooses. */
                severity?: string;
                unit?: string;
                /** @description Grading questions answered yes, separated by commas; empty for none, left out when nothing was asked yet. */
                yes?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What to know */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_law: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_law: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLaw"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger: {
        parameters: {
            query?: {
                /** @description For rows: the `next` of the page before. */
                after?: string;
                /** @description `-` for those without any. */
                agreement?: string;
                /** @description A place and what is below it. */
                branch?: string;
                clause?: string;
                /** @description `-` for those without any. */
                customer?: string;
                /** @description First day of the period in the company's zone; eleven months before the month of `to` when left out. */
                from?: string;
                group_by?: components["schemas"]["GroupBy"];
                /** @description The place of a count among `lateness`, from 0. */
                lateness?: number;
                /** @description For rows: how many. */
                limit?: number;
                /** @description `-` for those without any. */
                owner?: string;
                plan?: string;
                /** @description `-` for those without any. */
                region?: string;
                /** @description `-` for those without any. */
                severity?: string;
                state?: string;
                /** @description Last day of the period; today when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_ledger: {
        parameters: {
            query?: {
                /** @description For rows: the `next` of the page before. */
                after?: string;
                /** @description `-` for those without any. */
                agreement?: string;
                /** @description A place and what is below it. */
                branch?: string;
                clause?: string;
                /** @description `-` for those without any. */
                customer?: string;
                /** @description First day of the period in the company's zone; eleven months before the month of `to` when left out. */
                from?: string;
                group_by?: components["schemas"]["GroupBy"];
                /** @description The place of a count among `lateness`, from 0. */
                lateness?: number;
                /** @description For rows: how many. */
                limit?: number;
                /** @description `-` for those without any. */
                owner?: string;
                plan?: string;
                /** @description `-` for those without any. */
                region?: string;
                /** @description `-` for those without any. */
                severity?: string;
                state?: string;
                /** @description Last day of the period; today when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_rows: {
        parameters: {
            query?: {
                /** @description For rows: the `next` of the page before. */
                after?: string;
                /** @description `-` for those without any. */
                agreement?: string;
                /** @description A place and what is below it. */
                branch?: string;
                clause?: string;
                /** @description `-` for those without any. */
                customer?: string;
                /** @description First day of the period in the company's zone; eleven months before the month of `to` when left out. */
                from?: string;
                group_by?: components["schemas"]["GroupBy"];
                /** @description The place of a count among `lateness`, from 0. */
                lateness?: number;
                /** @description For rows: how many. */
                limit?: number;
                /** @description `-` for those without any. */
                owner?: string;
                plan?: string;
                /** @description `-` for those without any. */
                region?: string;
                /** @description `-` for those without any. */
                severity?: string;
                state?: string;
                /** @description Last day of the period; today when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LedgerRowView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_language: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeLanguage"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mail_choice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My choice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailChoiceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choose_mail: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMailChoice"];
            };
        };
        responses: {
            /** @description Chosen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailChoiceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    my_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, without their secrets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokens"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiToken"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ApiTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saved_views: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                list: "agreements" | "audit" | "cases" | "customers" | "ledger" | "people" | "plans" | "products" | "units";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My views */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViews"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_views: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                list: "agreements" | "audit" | "cases" | "customers" | "ledger" | "people" | "plans" | "products" | "units";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepViews"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViews"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notices: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotices"];
            };
        };
        responses: {
            /** @description Marked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_org: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From the top down */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgTree"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_org: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrgUnit"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgUnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_org: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["OrgUnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The place */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgUnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_org: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrgUnitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOrgUnit"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgUnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_org: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrgUnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgUnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_org: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["OrgUnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgUnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: {
                /** @description Where the page before ended: its `next`. */
                after?: string;
                /** @description Rows of a page, at most 200. */
                limit?: number;
                /** @description Part of a name, login, phone or mail address. */
                q?: string;
                role?: components["schemas"]["Role"];
                /** @description Also people who were deactivated. */
                with_deactivated?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_person: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePerson"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivate_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Locked out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description Set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reactivate_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Active */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description What is wrong with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_plan_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_plan_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PlanVersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_plan_version_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PlanVersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_plans: {
        parameters: {
            query?: {
                /** @description Where the page before ended: its `next`. */
                after?: string;
                /** @description Rows of a page, at most 200. */
                limit?: number;
                /** @description Also plans that were retired. */
                with_retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_PlanHeadView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Begun */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_tender: {
        parameters: {
            query?: {
                /** @description The number of a version; the draft when left out, or the latest version where there is no draft. */
                number?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        /** @description A document, or text in UTF-8 */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviationView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_tender: {
        parameters: {
            query: {
                /** @description `docx` or `xlsx`. */
                format: "docx" | "xlsx";
                /** @description The number of a version; the draft when left out, or the latest version where there is no draft. */
                number?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        /** @description A document, or text in UTF-8 */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diff_plan: {
        parameters: {
            query?: {
                /** @description The number of the earlier version; the latest published one when left out. */
                from?: number;
                /** @description The number of the later version; the draft when left out. */
                to?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiffView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    render_plan: {
        parameters: {
            query: {
                /** @description `docx` or `pdf`. */
                format: "docx" | "pdf";
                /** @description The number of a version; the draft when left out, or the latest version where there is no draft. */
                number?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    edit_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Plan"];
            };
        };
        responses: {
            /** @description Kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discard_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_plan: {
        parameters: {
            query: {
                format: components["schemas"]["Format"];
                /** @description The number of a version; the draft when left out, or the latest version where there is no draft. */
                number?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstate_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In use */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retired */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    succeed_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan with its draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    what_if: {
        parameters: {
            query: {
                /** @description Where the call before stopped. */
                after?: components["schemas"]["CaseId"];
                /** @description The plan whose cases are taken; the same plan when left out. */
                cases_of?: components["schemas"]["PlanId"];
                /** @description The first day of report. */
                from: string;
                /** @description The number of a version; the draft when left out, or the latest version where there is no draft. */
                number?: number;
                /** @description The last day of report. */
                to: string;
                /** @description What one visit costs, in fen. */
                visit_fen?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One part */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_product_families: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_products: {
        parameters: {
            query?: {
                /** @description Where the page before ended: its `next`. */
                after?: string;
                family?: string;
                /** @description Rows of a page, at most 200. */
                limit?: number;
                /** @description Part of a model, name or brand. */
                q?: string;
                /** @description Also archived ones. */
                with_archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProductView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_product: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductFields"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_product: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_product: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Archived */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_product: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the code on the unit holds */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicCard"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_info: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The installation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicInfo"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_readings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 50 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingHeadView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    upload_reading: {
        parameters: {
            query: {
                /** @description What the file is called; shown to people, never used as a path. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description Read */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reading: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_reading: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    choose_reading_plan: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoosePlan"];
            };
        };
        responses: {
            /** @description Ready to be looked at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diff_reading: {
        parameters: {
            query: {
                /** @description Its draft is compared, or its latest version where it has none. */
                with: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From the plan to the reading */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiffView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_plan_of_reading: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakePlan"];
            };
        };
        responses: {
            /** @description The reading with its plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redo_reading: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reading after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reading_source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    step_reading: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeStep"];
            };
        };
        responses: {
            /** @description The reading after it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reading_text: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TextView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_reading: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["ReadingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reading before it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paste_reading: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasteText"];
            };
        };
        responses: {
            /** @description Read */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_regions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order they were added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_region: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRegion"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_region: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                key: components["schemas"]["RegionKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegionFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_region: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                key: components["schemas"]["RegionKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_region: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                key: components["schemas"]["RegionKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description One to two hundred characters: part of a name, number, telephone or serial number. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchHits"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettings"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_sheet: {
        parameters: {
            query?: {
                /** @description Units of one customer. */
                customer?: components["schemas"]["CustomerId"];
                /** @description Products of one family. */
                family?: string;
                /** @description As in the list; not for products sorted by family. */
                q?: string;
                /** @description Also what was archived or retired. */
                with_archived?: boolean;
            };
            header?: never;
            path: {
                /** @description `customers`, `units` and so on */
                book: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_sheet: {
        parameters: {
            query: {
                /** @description `preview` says what would happen; `commit` writes all rows if none is bad. */
                step: "preview" | "commit";
            };
            header?: never;
            path: {
                /** @description `customers`, `units` and so on */
                book: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description What was done, or would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `customers`, `units` and so on */
                book: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sheet_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `customers`, `units` and so on */
                book: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workbook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_site: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["SiteId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_site: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["SiteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_units: {
        parameters: {
            query?: {
                /** @description Where the page before ended: its `next`. */
                after?: string;
                /** @description Only those an agreement names; goes before `customer`, and is not combined with `q`. */
                agreement?: components["schemas"]["AgreementId"];
                customer?: components["schemas"]["CustomerId"];
                /** @description Rows of a page, at most 200. */
                limit?: number;
                /** @description Part of a serial number, number, product, customer or place. */
                q?: string;
                /** @description Also retired ones. */
                with_retired?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_unit: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitFields"];
            };
        };
        responses: {
            /** @description Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitWhole"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_unit: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitFields"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_unit_files: {
        parameters: {
            query?: {
                /** @description Also those that were removed, with the reason; never for who is not of the company. */
                with_removed?: boolean;
            };
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFiles"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_unit_file: {
        parameters: {
            query: {
                /** @description What the file is called; shown to people, never used as a path. */
                name: string;
                /** @description What it is. */
                record: "photo" | "nameplate" | "drawing" | "installation" | "acceptance" | "manual" | "contract" | "repair" | "other";
                /** @description What it shows, in a few words; the file's name when left out. */
                title?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFileView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_unit_file: {
        parameters: {
            query?: {
                /** @description Show it in the page instead of saving it; only photos are shown. */
                inline?: boolean;
            };
            header?: never;
            path: {
                file: string;
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its bytes; a photo as what it is, where it was asked for inline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                    "image/*": number[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_unit_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveUnitFile"];
            };
        };
        responses: {
            /** @description Taken out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitFileView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_component: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ComponentFields"];
            };
        };
        responses: {
            /** @description Added */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_unit_duties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The occurrences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_entitlement: {
        parameters: {
            query?: {
                /** @description Why it is faulty; unknown when left out. */
                cause?: components["schemas"]["Cause"];
                /** @description The class of the faulty component, when it is not the whole unit. */
                component?: components["schemas"]["ComponentClass"];
                /** @description The day of the fault; today when left out. */
                on?: string;
                /** @description The state of warranty or contract, where somebody knows better than the dates say. */
                standing?: components["schemas"]["Standing"];
                /** @description What is to be done; a repair when left out. */
                subject?: components["schemas"]["Subject"];
            };
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Advice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_unit_decisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitDecisions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_unit_entitlement: {
        parameters: {
            query?: never;
            header: {
                /** @description A fresh value for each thing to create, the same one when the request is sent again. */
                "Idempotency-Key": string;
            };
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideEntitlement"];
            };
        };
        responses: {
            /** @description Decided */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitDecisions"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    note_repair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteRepair"];
            };
        };
        responses: {
            /** @description Noted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_unit: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In service */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_unit: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read, as in its ETag: `"3"`. */
                "If-Match": string;
            };
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retired */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_warranty_card: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UnitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarrantyCard"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_work: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retry"];
            };
        };
        responses: {
            /** @description It is tried again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    work_trouble: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What needs a look */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trouble"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
