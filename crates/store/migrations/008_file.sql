-- Files by content: equal bytes are kept once. The bytes lie in the file folder, not here.
CREATE TABLE file (
    hash       TEXT   NOT NULL PRIMARY KEY,
    size       BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- A file as somebody attached it to a subject. The name is for display only and never becomes a path.
CREATE TABLE attachment (
    id           TEXT   NOT NULL PRIMARY KEY,
    subject_kind TEXT   NOT NULL,
    subject      TEXT   NOT NULL,
    hash         TEXT   NOT NULL REFERENCES file (hash),
    name         TEXT   NOT NULL,
    media_type   TEXT   NOT NULL,
    created_by   TEXT   NOT NULL,
    created_at   BIGINT NOT NULL
);
CREATE INDEX attachment_by_subject ON attachment (subject_kind, subject, created_at, id);
CREATE INDEX attachment_by_hash ON attachment (hash);
