-- Search: one row per searchable thing with its normalised text, and an inverted index of the text's grams
-- (single characters, pairs, and triples of Latin letters and digits; see search/gram.rs).
CREATE TABLE search_doc (
    doc         {serial},
    kind        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    branch_id   TEXT,
    person_id   TEXT,
    customer_id TEXT,
    text        TEXT NOT NULL,
    UNIQUE (kind, subject)
);
-- only sqlite
CREATE VIRTUAL TABLE search_gram USING fts5 (
    grams, content='', contentless_delete=1, detail=none, tokenize='ascii'
);
-- end
-- only postgres
ALTER TABLE search_doc ADD COLUMN grams TSVECTOR NOT NULL;
-- New entries wait in a list that every search reads to its end, so the list is kept short.
CREATE INDEX search_doc_by_gram ON search_doc USING GIN (grams) WITH (gin_pending_list_limit = 256);
-- end
