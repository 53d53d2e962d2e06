//! Customers with sites and contacts out of a file. Rows of the same customer stand for one.

use std::collections::{BTreeMap, BTreeSet};

use documents::sheet::Row;
use domain::customer::CustomerKind;
use domain::ids::{ContactId, CustomerId, OrgUnitId, SiteId};
use store::customer::{self, Contact, Customer, Site};
use store::{Conn, Tx, search, series};

use super::findings::Findings;
use super::import::{Frame, cell, distinct, number};
use super::words::{KINDS, value};
use super::{ALREADY_OTHERWISE, BRANCH_AMBIGUOUS, NO_SUCH_NUMBER, PART_INCOMPLETE, ROWS_DIFFER};
use crate::check::Checks;
use crate::customers::create::blank;
use crate::customers::index::{contact_document, document};
use crate::customers::sites::check_band;
use crate::customers::{ContactFields, CustomerFields, SERIES, SiteFields, USCC_TAKEN};
use crate::error::Result;
use crate::message::Text;
use crate::settings;

const CUSTOMER_KEYS: &[(&str, &str)] = &[
    ("/name", "name"),
    ("/phone", "phone"),
    ("/mail", "mail"),
    ("/note", "note"),
    ("/uscc", "uscc"),
];
const SITE_KEYS: &[(&str, &str)] = &[
    ("/name", "site"),
    ("/address", "address"),
    ("/region", "region"),
    ("/distance_km", "distance_km"),
];
const CONTACT_KEYS: &[(&str, &str)] = &[
    ("/name", "contact"),
    ("/duty", "duty"),
    ("/phone", "contact_phone"),
    ("/mail", "contact_mail"),
];

/// What a file adds to the customers.
#[derive(Debug)]
pub(super) struct Customers {
    groups: Vec<Group>,
    pub(super) new_rows: usize,
}

/// One customer with what is on file and what is new.
#[derive(Debug)]
struct Group {
    customer: Customer,
    is_new: bool,
    line: u32,
    sites: Vec<Site>,
    contacts: Vec<Contact>,
    /// How many of the sites and contacts are on file; those after are new.
    known_sites: usize,
    known_contacts: usize,
}

/// Who is the same customer: by credit code, else by name and telephone number.
type Identity = (String, String);

fn identity(customer: &Customer) -> Identity {
    match &customer.uscc {
        Some(code) => (code.clone(), String::new()),
        None => (
            customer.name.clone(),
            customer.phone.clone().unwrap_or_default(),
        ),
    }
}

/// The customers on file that a file may speak of.
#[derive(Debug, Default)]
struct Known {
    by_identity: BTreeMap<Identity, Customer>,
    by_number: BTreeMap<String, Customer>,
    /// Credit codes of customers the caller may not see.
    codes_elsewhere: BTreeSet<String>,
    sites: BTreeMap<CustomerId, Vec<Site>>,
    contacts: BTreeMap<CustomerId, Vec<Contact>>,
}

impl Known {
    async fn load(frame: &Frame<'_>, conn: &mut Conn, rows: &[Row]) -> Result<Self> {
        let column = |key| distinct(rows, key);
        let mut known = Self::default();
        let mut found = customer::by_names(conn, &column("name"), frame.scope).await?;
        let codes: Vec<String> = column("uscc")
            .iter()
            .map(|code| code.to_ascii_uppercase())
            .collect();
        let coded = customer::by_usccs(conn, &codes).await?;
        let ids: Vec<String> = coded.iter().map(|one| one.id.to_string()).collect();
        let seen = customer::by_ids(conn, &ids, frame.scope).await?;
        let is_seen = |one: &&Customer| seen.iter().any(|other| other.id == one.id);
        let hidden = coded.iter().filter(|one| !is_seen(one));
        known.codes_elsewhere = hidden.filter_map(|one| one.uscc.clone()).collect();
        found.extend(coded.iter().filter(is_seen).cloned());
        let numbered = customer::by_numbers(conn, &column("number"), frame.scope).await?;
        found.extend(numbered.iter().cloned());
        let ids: Vec<String> = found
            .iter()
            .map(|customer| customer.id.to_string())
            .collect();
        for site in customer::sites_of(conn, &ids).await? {
            let sites = known.sites.entry(site.customer).or_default();
            if !sites.contains(&site) {
                sites.push(site);
            }
        }
        for contact in customer::contacts_of(conn, &ids).await? {
            let contacts = known.contacts.entry(contact.customer).or_default();
            if !contacts.contains(&contact) {
                contacts.push(contact);
            }
        }
        known.by_identity = found
            .into_iter()
            .map(|customer| (identity(&customer), customer))
            .collect();
        known.by_number = numbered
            .into_iter()
            .map(|customer| (customer.number.clone(), customer))
            .collect();
        Ok(known)
    }

    fn group(&self, customer: Customer, is_new: bool, line: u32) -> Group {
        let sites = self.sites.get(&customer.id).cloned().unwrap_or_default();
        let contacts = self.contacts.get(&customer.id).cloned().unwrap_or_default();
        let (known_sites, known_contacts) = (sites.len(), contacts.len());
        Group {
            customer,
            is_new,
            line,
            sites,
            contacts,
            known_sites,
            known_contacts,
        }
    }
}

impl Customers {
    pub(super) async fn plan(
        frame: &Frame<'_>,
        conn: &mut Conn,
        rows: &[Row],
        findings: &mut Findings,
    ) -> Result<Self> {
        let known = Known::load(frame, conn, rows).await?;
        let mut planned = Self {
            groups: Vec::new(),
            new_rows: 0,
        };
        let mut places: BTreeMap<Identity, usize> = BTreeMap::new();
        for row in rows {
            let Some(customer) = customer_of(frame, row, findings) else {
                continue;
            };
            let Some(place) = planned.place(&known, &mut places, row, customer, findings) else {
                continue;
            };
            let (group, is_first) = (&mut planned.groups[place.0], place.1);
            let site = add_site(frame, group, row, findings);
            let contact = add_contact(frame, group, row, findings);
            if !findings.tells_of(row.line) && ((is_first && group.is_new) || site || contact) {
                planned.new_rows += 1;
            }
        }
        Ok(planned)
    }

    /// The group a row belongs to, and whether the row is its first.
    fn place(
        &mut self,
        known: &Known,
        places: &mut BTreeMap<Identity, usize>,
        row: &Row,
        given: Customer,
        findings: &mut Findings,
    ) -> Option<(usize, bool)> {
        if let Some(code) = &given.uscc
            && known.codes_elsewhere.contains(code)
        {
            findings.wrong(row.line, "uscc", USCC_TAKEN);
            return None;
        }
        let wanted = cell(row, "number");
        let on_file = if wanted.is_empty() {
            known.by_identity.get(&identity(&given))
        } else if let Some(found) = known.by_number.get(&wanted) {
            Some(found)
        } else {
            findings.wrong(
                row.line,
                "number",
                Text::from(NO_SUCH_NUMBER).with("number", wanted),
            );
            return None;
        };
        let identity = on_file.map_or_else(|| identity(&given), identity);
        if let Some(index) = places.get(&identity) {
            let group = &self.groups[*index];
            if !same(&group.customer, &given, row) {
                findings.wrong(
                    row.line,
                    "name",
                    Text::from(ROWS_DIFFER).with("line", group.line),
                );
                return None;
            }
            return Some((*index, false));
        }
        if let Some(on_file) = on_file
            && !same(on_file, &given, row)
        {
            findings.wrong(
                row.line,
                "name",
                Text::from(ALREADY_OTHERWISE).with("number", &on_file.number),
            );
            return None;
        }
        let is_new = on_file.is_none();
        let group = known.group(on_file.cloned().unwrap_or(given), is_new, row.line);
        places.insert(identity, self.groups.len());
        self.groups.push(group);
        Some((self.groups.len() - 1, true))
    }

    pub(super) fn first_number(&self) -> Option<&str> {
        self.groups
            .iter()
            .find(|group| group.is_new)
            .map(|group| group.customer.number.as_str())
    }

    pub(super) async fn write(&mut self, tx: &mut Tx) -> Result<()> {
        let new = self.groups.iter().filter(|group| group.is_new).count();
        let at = tx.at();
        let today = settings::day_of(tx, at).await?;
        let mut numbers = series::block(tx, SERIES, today, u32::try_from(new).unwrap_or(u32::MAX))
            .await?
            .into_iter();
        for group in self.groups.iter_mut().filter(|group| group.is_new) {
            group.customer.number = numbers.next().unwrap_or_default();
        }
        let changed = |group: &&Group| {
            group.is_new
                || group.sites.len() > group.known_sites
                || group.contacts.len() > group.known_contacts
        };
        let mut customers = Vec::new();
        let (mut sites, mut contacts, mut documents) = (Vec::new(), Vec::new(), Vec::new());
        for group in self.groups.iter().filter(changed) {
            if group.is_new {
                customers.push(group.customer.clone());
            }
            sites.extend_from_slice(&group.sites[group.known_sites..]);
            contacts.extend_from_slice(&group.contacts[group.known_contacts..]);
            documents.push(document(&group.customer, &group.sites, &group.contacts));
            let new = group.contacts[group.known_contacts..].iter();
            documents.extend(new.map(|contact| contact_document(&group.customer, contact)));
        }
        customer::insert_all(tx, &customers).await?;
        customer::insert_sites(tx, &sites).await?;
        customer::insert_contacts(tx, &contacts).await?;
        Ok(search::index_all(tx, &documents).await?)
    }
}

/// Whether a row says of a customer nothing else than what is known; a cell left empty says nothing.
fn same(known: &Customer, given: &Customer, row: &Row) -> bool {
    let silent = |key: &'static str| cell(row, key).is_empty();
    known.name == given.name
        && (silent("kind") || known.kind == given.kind)
        && (silent("phone") || known.phone == given.phone)
        && (silent("mail") || known.mail == given.mail)
        && (silent("uscc") || known.uscc == given.uscc)
        && (silent("branch") || known.branch == given.branch)
        && (silent("note") || known.note == given.note)
}

fn customer_of(frame: &Frame<'_>, row: &Row, findings: &mut Findings) -> Option<Customer> {
    let branch = branch_of(frame, row, findings)?;
    let kind = match value(KINDS, &cell(row, "kind")) {
        Some("consumer") => CustomerKind::Consumer,
        _ => CustomerKind::Organisation,
    };
    let fields = CustomerFields {
        kind,
        name: cell(row, "name"),
        phone: cell(row, "phone"),
        mail: cell(row, "mail"),
        uscc: cell(row, "uscc"),
        note: cell(row, "note"),
        branch,
    };
    let mut customer = blank(CustomerId::new(frame.ctx.uuid()), branch, frame.at);
    let mut checks = Checks::new();
    fields.fill(&mut checks, &mut customer);
    let sound = checks.is_clean();
    findings.take(row.line, checks, CUSTOMER_KEYS);
    (sound && row.problems.is_empty()).then_some(customer)
}

/// The place a row names; the caller's own when it names none.
pub(super) fn branch_of(
    frame: &Frame<'_>,
    row: &Row,
    findings: &mut Findings,
) -> Option<OrgUnitId> {
    let name = cell(row, "branch");
    match frame.company.branches.get(&name) {
        Some(None) => {
            findings.wrong(
                row.line,
                "branch",
                Text::from(BRANCH_AMBIGUOUS).with("name", name),
            );
            None
        }
        Some(Some(id)) => Some(*id),
        // A name that is not offered has been found by reading.
        None => Some(frame.ctx.actor.access.place),
    }
}

fn add_site(frame: &Frame<'_>, group: &mut Group, row: &Row, findings: &mut Findings) -> bool {
    let (name, address) = (cell(row, "site"), cell(row, "address"));
    if name.is_empty() && address.is_empty() {
        incomplete(row, "site", &["region", "distance_km"], findings);
        return false;
    }
    let name = if name.is_empty() {
        match name_of_site(group, &address) {
            Some(name) => name,
            None => return false,
        }
    } else {
        name
    };
    if let Some(known) = group.sites.iter().find(|site| site.name == name) {
        if !address.is_empty() && known.address != address {
            findings.wrong(
                row.line,
                "address",
                Text::from(ALREADY_OTHERWISE).with("number", name),
            );
        }
        return false;
    }
    let fields = SiteFields {
        name,
        address,
        region: frame.company.regions.get(&cell(row, "region")).cloned(),
        distance_km: number(row, "distance_km"),
    };
    let mut site = Site {
        id: SiteId::new(frame.ctx.uuid()),
        customer: group.customer.id,
        name: String::new(),
        address: String::new(),
        region: None,
        distance_km: None,
        version: 1,
        created_at: frame.at,
        archived_at: None,
    };
    let mut checks = Checks::new();
    fields.fill(&mut checks, &mut site);
    let regions = &frame.company.bands;
    check_band(&mut checks, regions, group.customer.branch, &mut site);
    findings.take(row.line, checks, SITE_KEYS);
    group.sites.push(site);
    true
}

/// What a site is called of which a file says only the address: after the customer, with a number from the second address
/// on. None for an address that is on file under whatever name.
fn name_of_site(group: &Group, address: &str) -> Option<String> {
    if group.sites.iter().any(|site| site.address == address) {
        return None;
    }
    let own = &group.customer.name;
    let names = std::iter::once(own.clone()).chain((2..).map(|number| format!("{own} {number}")));
    let is_free = |name: &String| group.sites.iter().all(|site| site.name != *name);
    // One more name than there are sites: one of them is free.
    names.take(group.sites.len() + 1).find(is_free)
}

fn add_contact(frame: &Frame<'_>, group: &mut Group, row: &Row, findings: &mut Findings) -> bool {
    if cell(row, "contact").is_empty() {
        incomplete(
            row,
            "contact",
            &["duty", "contact_phone", "contact_mail"],
            findings,
        );
        return false;
    }
    let fields = ContactFields {
        name: cell(row, "contact"),
        duty: cell(row, "duty"),
        phone: cell(row, "contact_phone"),
        mail: cell(row, "contact_mail"),
    };
    let mut contact = Contact {
        id: ContactId::new(frame.ctx.uuid()),
        customer: group.customer.id,
        name: String::new(),
        duty: String::new(),
        phone: None,
        mail: None,
        version: 1,
        created_at: frame.at,
        archived_at: None,
    };
    let mut checks = Checks::new();
    fields.fill(&mut checks, &mut contact);
    findings.take(row.line, checks, CONTACT_KEYS);
    if group
        .contacts
        .iter()
        .any(|known| known.name == contact.name && known.phone == contact.phone)
    {
        return false;
    }
    group.contacts.push(contact);
    true
}

fn incomplete(row: &Row, key: &'static str, others: &[&'static str], findings: &mut Findings) {
    if others.iter().any(|other| row.cells.contains_key(other)) {
        findings.wrong(row.line, key, PART_INCOMPLETE);
    }
}
