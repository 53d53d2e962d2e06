//! Finding, in two steps with bounded work each.
//!
//! A frequent word has matches among the latest documents, and they are what is wanted: the first step looks only
//! there. What that does not fill is rare, as a word or within the caller's kinds and scope: the second step asks the
//! inverted index for all of it at once, labels of kind and scope included.

use crate::conn::Conn;
use crate::engine::Engine;
use crate::error::{Result, StoreError};
use crate::scope::Scope;
use crate::search::{Hit, bare_words, gram, normalise};
use crate::statement::{Query, Statement};

/// Characters a query may have.
pub const MAX_QUERY: usize = 200;
/// Most hits one search returns.
pub const MAX_HITS: u32 = 200;
/// Words that are looked for each on its own; further ones must follow the last of them as written.
const WORDS: usize = 4;
/// A scope of more places than this is not narrowed by labels.
const MAX_BRANCHES: usize = 200;

crate::statements! {
    LATEST_SQLITE = "/* only sqlite */ WITH latest AS MATERIALIZED (SELECT rowid AS doc FROM search_gram \
        WHERE search_gram MATCH $1 ORDER BY rowid DESC LIMIT 500) \
        SELECT NULL AS kind, NULL AS subject, COUNT(*) < 500 AS is_all FROM latest \
        UNION ALL SELECT kind, subject, 0 FROM (SELECT d.kind, d.subject FROM latest l \
        CROSS JOIN search_doc d ON d.doc = l.doc WHERE d.text LIKE $2 ESCAPE '\\' AND d.text LIKE $3 ESCAPE '\\' \
        AND d.text LIKE $4 ESCAPE '\\' AND d.text LIKE $5 ESCAPE '\\' AND $6 LIKE '%,' || d.kind || ',%' \
        AND {scope: branch=d.branch_id, own=d.person_id, customer=d.customer_id, \
        job=d.subject@id|d.subject@unit_id|d.subject@customer_id|d.subject@contact_id|d.subject@agreement_id} ORDER BY d.doc DESC LIMIT $7)";
    LATEST_POSTGRES = "/* only postgres */ SELECT d.kind, d.subject, CAST(0 AS BIGINT) AS is_all \
        FROM (SELECT * FROM search_doc ORDER BY doc DESC LIMIT 2000) d WHERE d.text LIKE $1 AND d.text LIKE $2 \
        AND d.text LIKE $3 AND d.text LIKE $4 AND $5 LIKE '%,' || d.kind || ',%' \
        AND {scope: branch=d.branch_id, own=d.person_id, customer=d.customer_id, \
        job=d.subject@id|d.subject@unit_id|d.subject@customer_id|d.subject@contact_id|d.subject@agreement_id} ORDER BY d.doc DESC LIMIT $6";
    ALL_SQLITE = "/* only sqlite */ SELECT d.kind, d.subject FROM search_gram g JOIN search_doc d ON d.doc = g.rowid \
        WHERE search_gram MATCH $1 AND d.text LIKE $2 ESCAPE '\\' AND d.text LIKE $3 ESCAPE '\\' \
        AND d.text LIKE $4 ESCAPE '\\' AND d.text LIKE $5 ESCAPE '\\' AND $6 LIKE '%,' || d.kind || ',%' \
        AND {scope: branch=d.branch_id, own=d.person_id, customer=d.customer_id, \
        job=d.subject@id|d.subject@unit_id|d.subject@customer_id|d.subject@contact_id|d.subject@agreement_id} ORDER BY g.rowid DESC LIMIT $7";
    ALL_POSTGRES = "/* only postgres */ WITH hit AS MATERIALIZED (SELECT d.doc, d.kind, d.subject FROM search_doc d \
        WHERE d.grams @@ CAST($1 AS tsquery) AND d.text LIKE $2 AND d.text LIKE $3 AND d.text LIKE $4 \
        AND d.text LIKE $5 AND $6 LIKE '%,' || d.kind || ',%' \
        AND {scope: branch=d.branch_id, own=d.person_id, customer=d.customer_id, \
        job=d.subject@id|d.subject@unit_id|d.subject@customer_id|d.subject@contact_id|d.subject@agreement_id}) \
        SELECT kind, subject FROM hit ORDER BY doc DESC LIMIT $7";
    BRANCHES = "SELECT descendant FROM org_closure WHERE ancestor = $1 LIMIT $2";
}

/// Finds things of the given kinds whose text contains every word of the query, latest first. What is found only by the
/// query without its dashes, as codes and telephones are kept, comes after. An empty query finds nothing.
pub async fn find(
    conn: &mut Conn,
    query: &str,
    scope: &Scope,
    kinds: &[&str],
    limit: u32,
) -> Result<Vec<Hit>> {
    let mut hits = written(conn, query, scope, kinds, limit).await?;
    let room = (limit.clamp(1, MAX_HITS) as usize).saturating_sub(hits.len());
    if let Some(bare) = bare_words(query).filter(|_| room > 0) {
        let more = written(conn, &bare, scope, kinds, limit).await?;
        let more = more.into_iter().filter(|hit| !hits.contains(hit));
        let more: Vec<Hit> = more.take(room).collect();
        hits.extend(more);
    }
    Ok(hits)
}

/// What contains the query as it is written.
async fn written(
    conn: &mut Conn,
    query: &str,
    scope: &Scope,
    kinds: &[&str],
    limit: u32,
) -> Result<Vec<Hit>> {
    if query.chars().count() > MAX_QUERY {
        return Err(StoreError::Invalid {
            why: format!("search for at most {MAX_QUERY} characters"),
        });
    }
    let normal = normalise(query);
    if normal.is_empty() || kinds.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Wanted {
        words: normal.splitn(WORDS, ' ').collect(),
        scope,
        kinds,
        limit: limit.clamp(1, MAX_HITS),
    };
    match wanted.among_latest(conn).await? {
        Some(hits) => Ok(hits),
        None => wanted.among_all(conn).await,
    }
}

struct Wanted<'a> {
    words: Vec<&'a str>,
    scope: &'a Scope,
    kinds: &'a [&'a str],
    limit: u32,
}

impl Wanted<'_> {
    /// `None` when there may be more among the older documents.
    async fn among_latest(&self, conn: &mut Conn) -> Result<Option<Vec<Hit>>> {
        let query = match (conn.engine(), self.owner_label()) {
            // What belongs to one person or customer is seldom among the latest of everybody.
            (Engine::Postgres, Some(_)) => return Ok(None),
            (Engine::Postgres, None) => LATEST_POSTGRES.query(),
            (Engine::Sqlite, owner) => {
                let labels: Vec<_> = owner.into_iter().map(|label| vec![label]).collect();
                LATEST_SQLITE.bind(gram::query(Engine::Sqlite, &self.words, &labels))
            }
        };
        let (mut hits, mut is_all) = (Vec::new(), false);
        for row in conn.all(self.narrow(query)).await? {
            is_all |= row.get::<bool>("is_all")?;
            if let Some(kind) = row.get("kind")? {
                hits.push(Hit {
                    kind,
                    subject: row.get("subject")?,
                });
            }
        }
        let is_full = hits.len() >= self.limit as usize;
        Ok((is_full || is_all).then_some(hits))
    }

    async fn among_all(&self, conn: &mut Conn) -> Result<Vec<Hit>> {
        let statement: Statement = match conn.engine() {
            Engine::Sqlite => ALL_SQLITE,
            Engine::Postgres => ALL_POSTGRES,
        };
        let mut labels = vec![
            self.kinds
                .iter()
                .map(|kind| gram::kind_label(kind))
                .collect(),
        ];
        labels.extend(self.owner_label().map(|label| vec![label]));
        labels.extend(self.branch_labels(conn).await?);
        let grams = gram::query(conn.engine(), &self.words, &labels);
        let rows = conn.all(self.narrow(statement.bind(grams))).await?;
        rows.iter()
            .map(|row| {
                Ok(Hit {
                    kind: row.get("kind")?,
                    subject: row.get("subject")?,
                })
            })
            .collect()
    }

    /// The parameters that every statement ends with: the words, the kinds, the limit and the scope.
    fn narrow(&self, query: Query) -> Query {
        let patterns = (0..WORDS).map(|place| {
            self.words
                .get(place)
                .map_or_else(|| "%".to_owned(), |word| like(word))
        });
        patterns
            .fold(query, Query::bind)
            .bind(format!(",{},", self.kinds.join(",")))
            .bind(self.limit)
            .scope(self.scope)
    }

    fn owner_label(&self) -> Option<String> {
        match self.scope {
            Scope::Customer(id) => Some(gram::customer_label(id)),
            // What the cases of a person or an outlet name carries no label of theirs.
            Scope::Own { .. }
            | Scope::Outlet(_)
            | Scope::All
            | Scope::Branch(_)
            | Scope::Nothing => None,
        }
    }

    async fn branch_labels(&self, conn: &mut Conn) -> Result<Option<Vec<String>>> {
        let Scope::Branch(id) = self.scope else {
            return Ok(None);
        };
        let most = i64::try_from(MAX_BRANCHES).expect("a small number") + 1;
        let rows = conn.all(BRANCHES.bind(id).bind(most)).await?;
        if rows.is_empty() || rows.len() > MAX_BRANCHES {
            return Ok(None);
        }
        let labels: Result<_> = rows
            .iter()
            .map(|row| Ok(gram::branch_label(&row.get::<String>("descendant")?)))
            .collect();
        labels.map(Some)
    }
}

/// A LIKE pattern for "contains this".
pub(crate) fn like(word: &str) -> String {
    let mut pattern = String::with_capacity(word.len() + 2);
    pattern.push('%');
    for character in word.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}
