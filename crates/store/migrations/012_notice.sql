-- Notices to one person. `dedup` makes sure that the same thing is told once to each recipient.
CREATE TABLE notice (
    id        TEXT   NOT NULL PRIMARY KEY,
    person_id TEXT   NOT NULL REFERENCES person (id),
    kind      TEXT   NOT NULL,
    subject   TEXT   NOT NULL,
    params    TEXT   NOT NULL,
    dedup     TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    read_at   BIGINT,
    UNIQUE (person_id, dedup)
);
CREATE INDEX notice_by_person ON notice (person_id, at, id);
CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;
