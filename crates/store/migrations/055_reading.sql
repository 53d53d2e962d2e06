-- Documents read into clauses. The state of a reading is one JSON document, edited under `version`.
CREATE TABLE reading (
    id          TEXT   NOT NULL PRIMARY KEY,
    name        TEXT   NOT NULL,
    file_hash   TEXT   NOT NULL REFERENCES file (hash),
    text        TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    chosen      BIGINT,
    body        TEXT,
    settled     BIGINT NOT NULL,
    items       BIGINT NOT NULL,
    plan_id     TEXT   REFERENCES plan (id),
    made_hash   TEXT,
    version     BIGINT NOT NULL,
    created_by  TEXT   NOT NULL,
    created_at  BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL
);
CREATE INDEX reading_by_change ON reading (changed_at, id);
CREATE INDEX reading_by_plan ON reading (plan_id, changed_at) WHERE plan_id IS NOT NULL;

-- The last steps of a reading, to take back and to take again.
CREATE TABLE reading_step (
    reading_id TEXT   NOT NULL REFERENCES reading (id),
    number     BIGINT NOT NULL,
    word       TEXT   NOT NULL,
    back       TEXT   NOT NULL,
    forth      TEXT   NOT NULL,
    taken_back BIGINT NOT NULL,
    taken_by   TEXT   NOT NULL,
    taken_at   BIGINT NOT NULL,
    PRIMARY KEY (reading_id, number)
);
